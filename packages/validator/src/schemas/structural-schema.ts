import { isRecord } from '../json/is-record.ts';
import { formatKeywords, intOrString } from './formats.ts';
import type { JsonSchema } from './json-schema.ts';
import { listKeywords } from './list-keywords.ts';
import { orNull, typesOf } from './or-null.ts';
import { validationKeywords } from './validation-keywords.ts';

/**
 * A node of a CustomResourceDefinition's structural schema as a strict JSON Schema. What an API server would drop
 * without a word (a field that the schema does not name) is refused here, except where the definition keeps it.
 * Source: kubernetes.io, "Extend the Kubernetes API with CustomResourceDefinitions": structural schemas, field pruning,
 * defaulting and nullable.
 */
export function structuralSchema(source: unknown): JsonSchema {
  if (!isRecord(source)) return {};
  const intOrStringNode = source['x-kubernetes-int-or-string'] === true;
  const schema = {
    ...(intOrStringNode
      ? { type: intOrString['type'] }
      : typesOf(source).length > 0
        ? { type: source['type'] }
        : {}),
    ...formatKeywords(source['format']),
    ...validationKeywords(source, intOrStringNode),
    ...(isRecord(source['items']) ? { items: structuralSchema(source['items']) } : {}),
    ...(source['x-kubernetes-list-type'] === 'set' ? { uniqueItems: true } : listKeywords(source)),
    ...objectKeywords(source),
  };
  return source['nullable'] === true ? orNull(schema) : schema;
}

function objectKeywords(source: JsonSchema): JsonSchema {
  const declared = isRecord(source['properties']) ? source['properties'] : undefined;
  if (declared === undefined && !typesOf(source).includes('object')) return {};
  const required = requiredFields(source, declared ?? {});
  const properties = Object.entries(declared ?? {}).map(([name, property]) => {
    const schema = structuralSchema(property);
    return [name, required.includes(name) ? schema : orNull(schema)];
  });
  return {
    ...(properties.length > 0 ? { properties: Object.fromEntries(properties) } : {}),
    ...(required.length > 0 ? { required } : {}),
    ...otherFields(source),
  };
}

/** An API server fills in defaults before it validates, so a required field with a default may be left out. */
function requiredFields(source: JsonSchema, declared: JsonSchema): readonly unknown[] {
  const required = Array.isArray(source['required']) ? source['required'] : [];
  const needed = required.filter((name) => {
    const property = typeof name === 'string' ? declared[name] : undefined;
    return !isRecord(property) || property['default'] === undefined;
  });
  return source['x-kubernetes-embedded-resource'] === true
    ? [...new Set([...needed, 'apiVersion', 'kind'])]
    : needed;
}

function otherFields(source: JsonSchema): JsonSchema {
  const additional = source['additionalProperties'];
  if (isRecord(additional)) return { additionalProperties: structuralSchema(additional) };
  const open =
    additional === true ||
    source['x-kubernetes-preserve-unknown-fields'] === true ||
    source['x-kubernetes-embedded-resource'] === true;
  return open ? {} : { additionalProperties: false };
}
