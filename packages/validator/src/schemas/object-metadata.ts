import type { JsonSchema } from './json-schema.ts';
import { orNull } from './or-null.ts';

const text: JsonSchema = { type: 'string' };
const integer: JsonSchema = { type: 'integer' };
const time: JsonSchema = { type: 'string', format: 'date-time' };
const texts: JsonSchema = { type: 'object', additionalProperties: text };

function closed(properties: Record<string, JsonSchema>, required: readonly string[]): JsonSchema {
  const fields = Object.entries(properties).map(([name, schema]) => [
    name,
    required.includes(name) ? schema : orNull(schema),
  ]);
  return {
    type: 'object',
    properties: Object.fromEntries(fields),
    ...(required.length > 0 ? { required } : {}),
    additionalProperties: false,
  };
}

/**
 * `metadata` of a custom resource, whose definition leaves it out: the fields of ObjectMeta.
 * Source: k8s.io/apimachinery, apis/meta/v1/types.go.
 */
export const objectMetadata: JsonSchema = closed(
  {
    name: text,
    generateName: text,
    namespace: text,
    labels: texts,
    annotations: texts,
    finalizers: { type: 'array', items: text },
    ownerReferences: {
      type: 'array',
      items: closed(
        {
          apiVersion: text,
          kind: text,
          name: text,
          uid: text,
          controller: { type: 'boolean' },
          blockOwnerDeletion: { type: 'boolean' },
        },
        ['apiVersion', 'kind', 'name', 'uid'],
      ),
    },
    uid: text,
    resourceVersion: text,
    generation: integer,
    selfLink: text,
    creationTimestamp: time,
    deletionTimestamp: time,
    deletionGracePeriodSeconds: integer,
    managedFields: { type: 'array', items: { type: 'object' } },
  },
  [],
);
