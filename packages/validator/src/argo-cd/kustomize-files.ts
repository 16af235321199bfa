import { posix } from 'node:path';
import { isRecord } from '../json/is-record.ts';
import { fieldAt, listAt, textAt } from '../json/fields.ts';
import type { RepositoryView } from '../rendered/repository-view.ts';
import { Refused } from './go-template/failures.ts';
import { parseYaml } from './parse-yaml.ts';

/** What a kustomize build of a folder reads. */
export interface KustomizeBuild {
  /** Every file of this repository that it opens, the kustomizations included; those that are there. */
  readonly files: readonly string[];
  /** The kustomizations that set `namespace`, which goes through all objects below them. */
  readonly setsNamespace: readonly string[];
}

const names = ['kustomization.yaml', 'kustomization.yml', 'Kustomization'];

/** Undefined where the folder has no kustomization. What is not in this repository is left out. */
export function kustomizeBuildOf(repository: RepositoryView, folder: string): KustomizeBuild | undefined {
  const files = new Set<string>();
  const setsNamespace = new Set<string>();
  const open = (path: string): boolean => {
    const at = posix.normalize(path);
    const kind = at.startsWith('..') ? undefined : repository.at(at);
    if (kind === 'file') files.add(at);
    if (kind !== 'folder') return false;
    const kustomization = names
      .map((name) => posix.join(at, name))
      .find((file) => repository.at(file) === 'file');
    if (kustomization === undefined || files.has(kustomization)) return kustomization !== undefined;
    files.add(kustomization);
    const content = contentOf(repository.text(kustomization) ?? '');
    if (textAt(content, 'namespace')) setsNamespace.add(kustomization);
    for (const reference of referencesOf(content)) if (!isRemote(reference)) open(posix.join(at, reference));
    return true;
  };
  return open(folder) ? { files: [...files].sort(), setsNamespace: [...setsNamespace].sort() } : undefined;
}

function contentOf(text: string): unknown {
  try {
    return parseYaml(text);
  } catch (thrown) {
    // A kustomization that cannot be read has its own finding.
    if (thrown instanceof Refused) return undefined;
    throw thrown;
  }
}

/** Source: the fields of kustomize's types.Kustomization that name files. */
function referencesOf(kustomization: unknown): readonly string[] {
  const texts = [
    'resources',
    'bases',
    'components',
    'crds',
    'configurations',
    'generators',
    'transformers',
    'validators',
    'patchesStrategicMerge',
  ].flatMap((key) => listAt(kustomization, key));
  const paths = ['patches', 'patchesJson6902', 'replacements'].flatMap((key) =>
    listAt(kustomization, key).map((entry) => (isRecord(entry) ? entry['path'] : undefined)),
  );
  const generated = ['configMapGenerator', 'secretGenerator'].flatMap((key) =>
    listAt(kustomization, key).flatMap((entry) => [
      ...listAt(entry, 'files').map((file) =>
        typeof file === 'string' ? file.slice(file.indexOf('=') + 1) : undefined,
      ),
      ...listAt(entry, 'envs'),
      fieldAt(entry, 'env'),
    ]),
  );
  const charts = listAt(kustomization, 'helmCharts').flatMap((chart) => [
    fieldAt(chart, 'valuesFile'),
    ...listAt(chart, 'additionalValuesFiles'),
  ]);
  const all = [...texts, ...paths, ...generated, ...charts, fieldAt(kustomization, 'openapi', 'path')];
  // An inline patch has lines, a path has none.
  return all.filter(
    (entry): entry is string => typeof entry === 'string' && entry !== '' && !entry.includes('\n'),
  );
}

function isRemote(reference: string): boolean {
  return /:\/\/|^git@|^github\.com[/:]|[?&]ref=/.test(reference);
}
