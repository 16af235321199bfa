import { isRecord } from '../json/is-record.ts';
import type { JsonSchema } from './json-schema.ts';
import { orNull, typesOf } from './or-null.ts';

// Keywords that OpenAPI 3.0 and draft 7 have in common.
const plain =
  'enum pattern minLength maxLength minimum maximum multipleOf minItems maxItems uniqueItems minProperties maxProperties'.split(
    ' ',
  );

/**
 * The keywords of an OpenAPI 3.0 schema node that restrict values, as draft 7 has them. With `intOrString`, the
 * customary `anyOf: [integer, string]` is left out: the node's `type` says it already.
 *
 * @param defaults What the properties of the node are when they are left out: an API server fills it in before it
 *   validates.
 */
export function validationKeywords(
  source: JsonSchema,
  intOrString = false,
  defaults: JsonSchema = defaultsOf(source),
): JsonSchema {
  const result: Record<string, unknown> = {};
  for (const keyword of plain) if (source[keyword] !== undefined) result[keyword] = source[keyword];
  for (const [exclusive, bound] of [
    ['exclusiveMinimum', 'minimum'],
    ['exclusiveMaximum', 'maximum'],
  ] as const) {
    // OpenAPI 3.0 has a flag beside the bound, draft 7 has the bound itself.
    if (source[exclusive] === true && typeof source[bound] === 'number') {
      result[exclusive] = source[bound];
      delete result[bound];
    }
  }
  for (const keyword of ['allOf', 'anyOf', 'oneOf'] as const) {
    const branches = source[keyword];
    if (!Array.isArray(branches) || (intOrString && keyword === 'anyOf' && branches.every(isTypeOnly)))
      continue;
    result[keyword] = branches.map((branch) => branchSchema(branch, intOrString, defaults));
  }
  if (isRecord(source['not'])) result['not'] = branchSchema(source['not'], false, defaults);
  return result;
}

function isTypeOnly(branch: unknown): boolean {
  return isRecord(branch) && Object.keys(branch).join() === 'type';
}

/** A branch of `allOf` and friends: it restricts what the node around it declares, and closes nothing. */
function branchSchema(source: unknown, intOrString: boolean, defaults: JsonSchema): JsonSchema {
  if (!isRecord(source)) return {};
  const { properties, items, additionalProperties } = source;
  const required = [
    ...(Array.isArray(source['required']) ? (source['required'] as unknown[]) : []),
    // Left out, the property has its default, which this branch refuses.
    ...Object.keys(defaults).filter(
      (name) => isRecord(properties) && refuses(properties[name], defaults[name]),
    ),
  ];
  return {
    ...(typesOf(source).length > 0 ? { type: source['type'] } : {}),
    ...validationKeywords(source, intOrString, defaults),
    ...(required.length > 0 ? { required: [...new Set(required)] } : {}),
    ...(isRecord(properties) ? { properties: branchProperties(properties) } : {}),
    ...(isRecord(items) ? { items: branchSchema(items, false, {}) } : {}),
    ...(isRecord(additionalProperties)
      ? { additionalProperties: branchSchema(additionalProperties, false, {}) }
      : {}),
  };
}

function branchProperties(properties: JsonSchema): JsonSchema {
  return Object.fromEntries(
    Object.entries(properties).map(([name, node]) => [name, orNull(branchSchema(node, false, {}))]),
  );
}

function defaultsOf({ properties }: JsonSchema): JsonSchema {
  if (!isRecord(properties)) return {};
  return Object.fromEntries(
    Object.entries(properties).flatMap(([name, node]) =>
      isRecord(node) && node['default'] !== undefined ? [[name, node['default']] as const] : [],
    ),
  );
}

/** Whether a node refuses a value by its list of values: what definitions that tell variants apart use. */
function refuses(node: unknown, value: unknown): boolean {
  if (!isRecord(node)) return false;
  const { enum: allowed, not } = node;
  const refused = isRecord(not) ? not['enum'] : undefined;
  return (
    (Array.isArray(allowed) && !allowed.includes(value)) ||
    (Array.isArray(refused) && refused.includes(value))
  );
}
