import { readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parse } from 'yaml';

const names = ['kustomization.yaml', 'kustomization.yml', 'Kustomization'];

/** Fields whose entries are paths of files or folders (kubectl docs, "kustomization file"). */
const pathFields = [
  'resources',
  'bases',
  'components',
  'crds',
  'configurations',
  'generators',
  'transformers',
  'validators',
  'patchesStrategicMerge',
];
/** Fields whose entries are objects that may name a file in `path`. */
const objectFields = ['patches', 'patchesJson6902', 'replacements'];
const generatorFields = ['configMapGenerator', 'secretGenerator'];

/** The folders and files that kustomize reads to build a folder, relative to `root`, sorted. */
export function kustomizationReads(folder: string, root: string): readonly string[] {
  const found = new Set<string>();
  visit(folder);
  return [...found].map((path) => relative(root, path)).sort();

  function visit(path: string): void {
    if (found.has(path)) return;
    const entry = statSync(path, { throwIfNoEntry: false });
    if (entry === undefined) return;
    found.add(path);
    if (!entry.isDirectory()) return;
    const file = names
      .map((name) => join(path, name))
      .find((name) => statSync(name, { throwIfNoEntry: false })?.isFile());
    if (file === undefined) return;
    found.add(file);
    for (const named of pathsIn(parse(readFileSync(file, 'utf8')))) visit(join(path, named));
  }
}

function pathsIn(kustomization: unknown): readonly string[] {
  const fields = isRecord(kustomization) ? kustomization : {};
  const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
  const generators = generatorFields.flatMap((field) => list(fields[field])).filter(isRecord);
  const candidates = [
    ...pathFields.flatMap((field) => list(fields[field])),
    ...objectFields.flatMap((field) =>
      list(fields[field]).map((entry) => (isRecord(entry) ? entry['path'] : undefined)),
    ),
    ...generators.flatMap((generator) => [
      ...list(generator['envs']),
      generator['env'],
      ...list(generator['files']).map(withoutKey),
    ]),
    isRecord(fields['openapi']) ? fields['openapi']['path'] : undefined,
  ];
  // An entry with a line break is an object written in place.
  return candidates.filter(
    (entry): entry is string => typeof entry === 'string' && entry !== '' && !entry.includes('\n'),
  );
}

/** `key=path` names the key of the file's content. */
function withoutKey(entry: unknown): unknown {
  return typeof entry === 'string' ? entry.slice(entry.indexOf('=') + 1) : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
