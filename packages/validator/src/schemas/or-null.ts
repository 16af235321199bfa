import type { JsonSchema } from './json-schema.ts';

const combinators = ['allOf', 'anyOf', 'oneOf', 'not', '$ref'] as const;

/**
 * The schema of an optional field, which may also be null: an API server drops such a null before it validates.
 * Source: kubernetes.io, "Extend the Kubernetes API with CustomResourceDefinitions", "Defaulting and Nullable";
 * built-in types decode a null as a field that is not there.
 */
export function orNull(schema: JsonSchema): JsonSchema {
  const open: Record<string, unknown> = { ...schema };
  const guarded: Record<string, unknown> = {};
  for (const keyword of combinators) {
    if (!(keyword in open)) continue;
    guarded[keyword] = open[keyword];
    delete open[keyword];
  }
  if ('type' in open) open['type'] = [...new Set([...typesOf(open), 'null'])];
  if (Array.isArray(open['enum']) && !open['enum'].includes(null)) open['enum'] = [...open['enum'], null];
  if ('const' in open) {
    open['enum'] = [open['const'], null];
    delete open['const'];
  }
  // `oneOf` and friends would judge the null itself, so they apply to everything else only.
  if (Object.keys(guarded).length > 0) return { ...open, if: { not: { type: 'null' } }, then: guarded };
  return open;
}

/** The types that a schema names: none when it allows every type. */
export function typesOf(schema: JsonSchema): readonly string[] {
  const type = schema['type'];
  if (typeof type === 'string') return [type];
  return Array.isArray(type) ? type.filter((name) => typeof name === 'string') : [];
}
