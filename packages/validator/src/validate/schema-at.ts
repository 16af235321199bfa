import { isRecord } from '../json/is-record.ts';
import { pointerKeys } from '../json/json-pointer.ts';

/**
 * The part of a schema that describes the value at a JSON pointer of the object; undefined where it describes none.
 * Follows local references and the wrappers that this package writes (`allOf`, `then`).
 */
export function schemaAt(root: unknown, pointer: string): Readonly<Record<string, unknown>> | undefined {
  let current = resolved(root, root);
  for (const key of pointerKeys(pointer)) current = resolved(root, step(current, key));
  return current;
}

function step(schema: Readonly<Record<string, unknown>> | undefined, key: string): unknown {
  const { properties, items, additionalProperties } = schema ?? {};
  if (isRecord(properties) && Object.hasOwn(properties, key)) return properties[key];
  return /^\d+$/.test(key) && isRecord(items) ? items : additionalProperties;
}

function resolved(root: unknown, node: unknown): Readonly<Record<string, unknown>> | undefined {
  if (!isRecord(node)) return undefined;
  const reference = node['$ref'];
  if (typeof reference === 'string')
    return resolved(root, atPath(root, pointerKeys(reference.replace(/^#/, ''))));
  const { allOf, then, ...own } = node;
  const parts = Array.isArray(allOf) ? allOf.map((part: unknown) => resolved(root, part)) : [];
  return Object.assign({}, ...parts, resolved(root, then), own);
}

function atPath(root: unknown, keys: readonly string[]): unknown {
  return keys.reduce((node, key) => (isRecord(node) ? node[key] : undefined), root);
}

/** The value at a JSON pointer of an object; undefined when nothing is there. */
export function valueAt(root: unknown, pointer: string): unknown {
  return pointerKeys(pointer).reduce<unknown>(
    (node, key) => (Array.isArray(node) ? node[Number(key)] : isRecord(node) ? node[key] : undefined),
    root,
  );
}
