import { posix } from 'node:path';
import { listAt, textAt } from '../json/fields.ts';

/** A path or an address that a kustomization names. */
export interface PathRead {
  /** JSON pointer to it. */
  readonly pointer: string;
  readonly entry: string;
  /** `resource` and `component` also hold folders, as does a `plugin`; `values` are those of a chart. */
  readonly holds: 'resource' | 'component' | 'plugin' | 'file' | 'values';
}

/** Fields whose entries are themselves paths. */
const fields = {
  resource: ['resources', 'bases'],
  component: ['components'],
  plugin: ['generators', 'transformers', 'validators'],
  file: ['crds', 'configurations', 'patchesStrategicMerge'],
} as const;

/** What a kustomization reads. Source: the fields of kustomize's types.Kustomization that name files. */
export function pathsRead(kustomization: unknown): readonly PathRead[] {
  const found: PathRead[] = [];
  const add = (holds: PathRead['holds'], pointer: string, entry: unknown): void => {
    // What is written in place has lines, a path has none.
    if (typeof entry === 'string' && entry !== '' && !entry.includes('\n'))
      found.push({ pointer, entry, holds });
  };
  for (const holds of ['resource', 'component', 'plugin', 'file'] as const)
    for (const field of fields[holds])
      for (const [entry, at] of entriesOf(kustomization, field)) add(holds, at, entry);
  for (const field of ['patches', 'patchesJson6902', 'replacements'])
    for (const [value, at] of entriesOf(kustomization, field))
      add('file', `${at}/path`, textAt(value, 'path'));
  for (const field of ['configMapGenerator', 'secretGenerator'])
    for (const [generator, at] of entriesOf(kustomization, field)) {
      for (const [input, below] of entriesOf(generator, 'files', at)) add('file', below, withoutKey(input));
      for (const [input, below] of entriesOf(generator, 'envs', at)) add('file', below, input);
      add('file', `${at}/env`, textAt(generator, 'env'));
    }
  for (const [chart, at] of entriesOf(kustomization, 'helmCharts')) {
    add('values', `${at}/valuesFile`, textAt(chart, 'valuesFile'));
    for (const [file, below] of entriesOf(chart, 'additionalValuesFiles', at)) add('values', below, file);
  }
  add('file', '/openapi/path', textAt(kustomization, 'openapi', 'path'));
  return found;
}

/** The entries of a list, each with its pointer. */
function entriesOf(value: unknown, field: string, at = ''): readonly (readonly [unknown, string])[] {
  return listAt(value, field).map((entry, index) => [entry, `${at}/${field}/${index}`]);
}

/** The inputs of generators are written `key=path`, or as a path. */
function withoutKey(entry: unknown): unknown {
  return typeof entry === 'string' ? entry.slice(entry.indexOf('=') + 1) : undefined;
}

/** What kustomize takes for an address: a scheme, an scp-like user@host, or github.com. */
export function isRemote(entry: string): boolean {
  return /^(git::)?([a-z]+:\/\/|[a-z][a-z0-9-]*@[^/]+[:/]|github\.com[:/])/i.test(entry);
}

/** A path that a file in a folder names, from the repository's root; undefined when it leads out of it. */
export function pathFrom(folder: string, entry: string): string | undefined {
  const path = posix.join(folder, entry).replace(/\/+$/, '') || '.';
  return path === '..' || path.startsWith('../') ? undefined : path;
}
