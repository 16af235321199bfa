import { isRecord } from './is-record.ts';

/** The value at a path of keys; undefined where the path leads nowhere. Never throws, whatever the value is. */
export function fieldAt(value: unknown, ...keys: readonly (string | number)[]): unknown {
  let node = value;
  for (const key of keys) {
    if (typeof node !== 'object' || node === null) return undefined;
    if (Array.isArray(node) !== (typeof key === 'number') || !Object.hasOwn(node, key)) return undefined;
    node = (node as Readonly<Record<string | number, unknown>>)[key];
  }
  return node;
}

/** The list at a path; empty where there is none. */
export function listAt(value: unknown, ...keys: readonly (string | number)[]): readonly unknown[] {
  const found = fieldAt(value, ...keys);
  return Array.isArray(found) ? found : [];
}

/** The object at a path; empty where there is none. */
export function recordAt(
  value: unknown,
  ...keys: readonly (string | number)[]
): Readonly<Record<string, unknown>> {
  const found = fieldAt(value, ...keys);
  return isRecord(found) ? found : {};
}

/** The text at a path; undefined where there is none. */
export function textAt(value: unknown, ...keys: readonly (string | number)[]): string | undefined {
  const found = fieldAt(value, ...keys);
  return typeof found === 'string' ? found : undefined;
}
