import { posix } from 'node:path';
import type { KubernetesObject, SourcePlace } from '@seatrial/compiler';
import {
  fieldAt,
  isRecord,
  kustomizationNames,
  listAt,
  pointerKeys,
  textAt,
  type SourceObject,
} from '@seatrial/validator';
import type { Repository } from '../files/repository.ts';
import type { Kustomization } from '../kustomizations/kustomization.ts';
import type { KustomizationGraph } from '../kustomizations/kustomization-graph.ts';
import type { RenderedObject } from './rendered.ts';

/**
 * Where a field of a built object was written: in the last patch that has it, else in the file of the object. Prefixes,
 * namespaces and patches change what kustomize is given, so it is the likely place, not a proven one.
 */
export function locateBuilt(
  { object, file, builtFrom }: RenderedObject,
  pointer: string,
  repository: Repository,
  graph: KustomizationGraph,
): SourcePlace {
  const keys = pointerKeys(pointer);
  const value = fieldByKeys(object, keys);
  if (builtFrom !== undefined && keys.length > 0) {
    for (const kustomization of graph.reach(builtFrom)) {
      const found = inPatches(kustomization, object, keys, value, repository);
      if (found !== undefined) return found;
    }
  }
  if (kustomizationNames.includes(posix.basename(file))) return inGenerator(file, object, repository);
  const source = sourceOfObject(object, repository.source(file).objects);
  if (source === undefined) return { file };
  return { file, ...source.locate(pointerIn(source.object, keys, object)) };
}

function inPatches(
  { folder, fields }: Kustomization,
  object: KubernetesObject,
  keys: readonly string[],
  value: unknown,
  repository: Repository,
): SourcePlace | undefined {
  const paths = [
    ...listAt(fields, 'patches').map((patch) => textAt(patch, 'path')),
    ...listAt(fields, 'patchesStrategicMerge').map((patch) =>
      typeof patch === 'string' ? patch : undefined,
    ),
  ];
  for (const path of paths) {
    const file = path === undefined || path.includes('\n') ? undefined : posix.join(folder, path);
    if (file === undefined || !repository.hasFile(file)) continue;
    for (const document of repository.documents(file).documents) {
      if (!isFor(document.value, object)) continue;
      const own = pointerIn(document.value, keys, object);
      if (
        isSame(fieldByKeys(document.value, pointerKeys(own)), value) &&
        pointerKeys(own).length === keys.length
      )
        return { file, ...document.locate(own) };
    }
  }
  return undefined;
}

/** A generated object is written in the generator's entry of its name. */
function inGenerator(file: string, object: KubernetesObject, repository: Repository): SourcePlace {
  const [document] = repository.documents(file).documents;
  const field = object.kind === 'Secret' ? 'secretGenerator' : 'configMapGenerator';
  const index = listAt(document?.value, field).findIndex((entry) => {
    const name = textAt(entry, 'name');
    return name !== undefined && object.metadata.name.includes(name);
  });
  if (document === undefined) return { file };
  return { file, ...document.locate(index === -1 ? '' : `/${field}/${index}`) };
}

/** What an object was made of: of its kind, with its name or a part of it. */
function sourceOfObject(
  object: KubernetesObject,
  sources: readonly SourceObject[],
): SourceObject | undefined {
  const candidates = sources.filter((source) => isFor(source.object, object));
  const named = (source: SourceObject): number => nameIn(source.object).length;
  return candidates.toSorted((one, other) => named(other) - named(one))[0] ?? sources[0];
}

function isFor(value: unknown, { kind, metadata }: KubernetesObject): boolean {
  return textAt(value, 'kind') === kind && String(metadata?.name).includes(nameIn(value));
}

function nameIn(value: unknown): string {
  return textAt(value, 'metadata', 'name') ?? '';
}

/** The pointer to the same field in another form of the object: list items are found again by their name. */
function pointerIn(value: unknown, keys: readonly string[], object: KubernetesObject): string {
  let here: unknown = value;
  let there: unknown = object;
  const path: string[] = [];
  for (const key of keys) {
    let step = key;
    if (Array.isArray(here) && Array.isArray(there)) {
      const name = textAt(there[Number(key)], 'name');
      const index = name === undefined ? -1 : here.findIndex((item) => textAt(item, 'name') === name);
      if (index !== -1) step = String(index);
      there = there[Number(key)] as unknown;
    } else there = isRecord(there) ? there[key] : undefined;
    here = Array.isArray(here) ? here[Number(step)] : isRecord(here) ? here[step] : undefined;
    if (here === undefined) break;
    path.push(step);
  }
  return path.map((key) => `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

function fieldByKeys(value: unknown, keys: readonly string[]): unknown {
  return keys.reduce<unknown>(
    (node, key) => (Array.isArray(node) ? (node[Number(key)] as unknown) : fieldAt(node, key)),
    value,
  );
}

function isSame(one: unknown, other: unknown): boolean {
  return one !== undefined && JSON.stringify(one) === JSON.stringify(other);
}
