import type { KubernetesObject } from '../../objects/kubernetes-object.ts';
import { isRecord } from '../../objects/merge-patch.ts';
import { jsonEqual } from './json-equal.ts';
import { mergeKeyedLists } from './keyed-lists.ts';
import { isMergedList, keyedLists, survivesStrategicMerge } from './merge-keys.ts';

export type Fields = Readonly<Record<string, unknown>>;

/** The JSON pointers of the lists that are merged element by element (`*` for every index), and the key of each. */
export type Keyed = ReadonlyMap<string, string>;

const none: Keyed = new Map();

/**
 * The fields of a strategic merge patch that turns one object into another, or undefined where kustomize's merge would
 * not yield exactly that, or only by repeating a whole list of maps. `keyed` false: no list is taken element by element.
 */
export function strategicMerge(
  from: KubernetesObject,
  to: KubernetesObject,
  keyed: boolean,
): Fields | undefined {
  if (from.apiVersion !== to.apiVersion || !survivesStrategicMerge(from) || !survivesStrategicMerge(to))
    return undefined;
  return mergeMaps(from, to, '', keyed ? keyedLists(from) : none);
}

export function mergeMaps(from: Fields, to: Fields, path: string, keyed: Keyed): Fields | undefined {
  const patch: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(to)) {
    const isNew = !Object.hasOwn(from, key);
    if (!isNew && jsonEqual(from[key], value)) continue;
    const merged = isNew ? added(value) : changed(from[key], value, key, `${path}/${key}`, keyed);
    if (merged === undefined) return undefined;
    patch[key] = merged;
  }
  for (const key of Object.keys(from)) {
    if (!Object.hasOwn(to, key)) patch[key] = null;
  }
  return patch;
}

/** A merge reads a null as "remove", in a new map too. */
export function added(value: unknown): unknown {
  return hasNull(value) ? undefined : value;
}

function changed(from: unknown, to: unknown, field: string, path: string, keyed: Keyed): unknown {
  if (isRecord(from) && isRecord(to)) return mergeMaps(from, to, path, keyed);
  if (Array.isArray(from) && Array.isArray(to)) {
    const key = keyed.get(path);
    if (key !== undefined) return mergeKeyedLists(from, to, key, path, keyed);
    // kustomize replaces the list, but a list of maps is a long thing to repeat for one change in it.
    return isMergedList(field) || [...from, ...to].some((element) => typeof element === 'object')
      ? undefined
      : to;
  }
  // kustomize keeps the quotes of the old scalar: a number in the place of a string would become a string.
  return typeof from !== typeof to || from === null || typeof to === 'object' ? undefined : to;
}

function hasNull(value: unknown): boolean {
  if (value === null) return true;
  if (typeof value !== 'object') return false;
  return Object.values(value).some((child) => hasNull(child));
}
