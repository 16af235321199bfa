import { posix } from 'node:path';
import { textAt } from '../json/fields.ts';
import { kustomizationNames } from '../kustomizations/kustomization-names.ts';
import { isRemote, pathsRead } from '../kustomizations/paths-read.ts';
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

/** Undefined where the folder has no kustomization. What is not in this repository is left out. */
export function kustomizeBuildOf(repository: RepositoryView, folder: string): KustomizeBuild | undefined {
  const files = new Set<string>();
  const setsNamespace = new Set<string>();
  const open = (path: string): boolean => {
    const at = posix.normalize(path);
    const kind = at.startsWith('..') ? undefined : repository.at(at);
    if (kind === 'file') files.add(at);
    if (kind !== 'folder') return false;
    const kustomization = kustomizationNames
      .map((name) => posix.join(at, name))
      .find((file) => repository.at(file) === 'file');
    if (kustomization === undefined || files.has(kustomization)) return kustomization !== undefined;
    files.add(kustomization);
    const content = contentOf(repository.text(kustomization) ?? '');
    if (textAt(content, 'namespace')) setsNamespace.add(kustomization);
    for (const { entry } of pathsRead(content)) if (!isRemote(entry)) open(posix.join(at, entry));
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
