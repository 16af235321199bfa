import { fieldAt } from '../../json/fields.ts';
import { isRecord } from '../../json/is-record.ts';

/**
 * A value with the defaults of its structural schema, as an API server fills them in: a field that is missing, or null
 * where that is not allowed, gets the default; below a value that is missing nothing is made up.
 * Source: k8s.io/apiextensions-apiserver, pkg/apiserver/schema/defaulting.
 */
function withDefaults(value: unknown, schema: unknown): unknown {
  if (Array.isArray(value)) {
    const items = fieldAt(schema, 'items');
    return isRecord(items) ? value.map((item: unknown) => filled(item, items)) : value;
  }
  if (!isRecord(value)) return value;
  const properties = fieldAt(schema, 'properties');
  const rest = fieldAt(schema, 'additionalProperties');
  const result: Record<string, unknown> = { ...value };
  if (isRecord(properties)) {
    for (const [name, property] of Object.entries(properties)) {
      const settled = filled(Object.hasOwn(value, name) ? value[name] : undefined, property);
      if (settled !== undefined) result[name] = settled;
    }
  }
  if (isRecord(rest)) {
    for (const [name, field] of Object.entries(value)) {
      if (!isRecord(properties) || !Object.hasOwn(properties, name)) result[name] = filled(field, rest);
    }
  }
  return result;
}

/** `spec.parameters` as a policy gets them: `{}` where there are none. */
export function parametersOf(parameters: unknown, schema: unknown): unknown {
  return filled(parameters, schema) ?? {};
}

function filled(value: unknown, schema: unknown): unknown {
  const isMissing = value === undefined || (value === null && fieldAt(schema, 'nullable') !== true);
  const standard = fieldAt(schema, 'default');
  return withDefaults(isMissing && standard !== undefined ? standard : value, schema);
}
