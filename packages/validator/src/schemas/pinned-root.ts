import { isRecord } from '../json/is-record.ts';
import type { JsonSchema } from './json-schema.ts';

/**
 * The root of a kind's schema: `apiVersion` and `kind` pinned, and a name (or, for a hook that is created anew each
 * time, a `generateName`), without which no object can be applied.
 */
export function pinnedRoot(
  kind: { readonly apiVersion: string; readonly kind: string },
  schema: JsonSchema,
  metadata: JsonSchema,
): JsonSchema {
  const properties = isRecord(schema['properties']) ? schema['properties'] : {};
  const required = Array.isArray(schema['required']) ? schema['required'] : [];
  return {
    ...schema,
    required: [...new Set(['apiVersion', 'kind', 'metadata', ...required])],
    properties: {
      ...properties,
      apiVersion: { const: kind.apiVersion },
      kind: { const: kind.kind },
      metadata: { ...metadata, if: { not: { required: ['generateName'] } }, then: { required: ['name'] } },
    },
  };
}
