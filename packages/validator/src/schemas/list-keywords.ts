import { isRecord } from '../json/is-record.ts';
import type { JsonSchema } from './json-schema.ts';

/** Our own keyword beside `x-kubernetes-list-map-keys`: what a key field is when it is left out, by its name. */
export const listKeyDefaults = 'x-list-key-defaults';

/**
 * What an OpenAPI document or a definition says of the items of a list: that they are told apart by some of their
 * fields (`map`), or that none comes twice (`set`). A schema engine passes these keywords over; the admission rules read them.
 * Source: kubernetes.io, "Server-Side Apply", "Merge strategy".
 */
export function listKeywords(source: JsonSchema): JsonSchema {
  const type = source['x-kubernetes-list-type'];
  if (type !== 'map' && type !== 'set') return {};
  const keys = source['x-kubernetes-list-map-keys'];
  if (!Array.isArray(keys)) return { 'x-kubernetes-list-type': type };
  const defaults = keys.flatMap((key: unknown) => defaultOf(source['items'], key));
  return {
    'x-kubernetes-list-type': type,
    'x-kubernetes-list-map-keys': keys,
    ...(defaults.length > 0 ? { [listKeyDefaults]: Object.fromEntries(defaults) } : {}),
  };
}

function defaultOf(items: unknown, key: unknown): readonly (readonly [string, unknown])[] {
  if (typeof key !== 'string' || !isRecord(items) || !isRecord(items['properties'])) return [];
  const property = items['properties'][key];
  return isRecord(property) && property['default'] !== undefined ? [[key, property['default']]] : [];
}
