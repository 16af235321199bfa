import { isRecord } from '../json/is-record.ts';
import { withEnforcedFields } from './enforced-fields.ts';
import { formatKeywords, intOrString, quantity } from './formats.ts';
import type { JsonSchema } from './json-schema.ts';
import { listKeywords } from './list-keywords.ts';
import { orNull, typesOf } from './or-null.ts';
import { groupVersionKinds, type SwaggerDocument } from './swagger-document.ts';

const refPrefix = '#/definitions/';
const anyObject: JsonSchema = { type: 'object' };

/** A definition as a strict schema, and the other definitions that it names. */
export interface ReadDefinition {
  /** Accepts null as well, so that an optional reference needs nothing around it. */
  readonly schema: JsonSchema;
  readonly references: ReadonlySet<string>;
}

/** Reads the definitions of one OpenAPI document, each at most once. */
export function definitionReader({ definitions }: SwaggerDocument): (name: string) => ReadDefinition {
  const known = new Map<string, ReadDefinition>();

  function read(name: string): ReadDefinition {
    const before = known.get(name);
    if (before !== undefined) return before;
    const definition = definitions[name];
    if (definition === undefined)
      throw new Error(`The OpenAPI document names the definition "${name}", which it does not have.`);
    const references = new Set<string>();
    const schema = typeSchema(name, withEnforcedFields(name, definition), references);
    const after = { schema: orNull(schema), references };
    known.set(name, after);
    return after;
  }

  function typeSchema(name: string, definition: JsonSchema, references: Set<string>): JsonSchema {
    if (name.endsWith('.api.resource.Quantity')) return quantity;
    if (definition['format'] === 'int-or-string') return intOrString;
    if (groupVersionKinds(definition).length === 0 || !isRecord(definition['properties']))
      return node(definition, references);
    // An API server ignores the status of an applied object: it is the controllers' own, so its content is not checked.
    const { status, ...properties } = definition['properties'];
    return node(
      { ...definition, properties: status === undefined ? properties : { ...properties, status: anyObject } },
      references,
    );
  }

  function node(source: unknown, references: Set<string>): JsonSchema {
    if (!isRecord(source)) return {};
    const reference = source['$ref'];
    if (typeof reference === 'string') return referenceTo(reference, references);
    const types = typesOf(source);
    return {
      ...(types.length === 0 ? {} : { type: source['type'] }),
      ...(Array.isArray(source['enum']) ? { enum: source['enum'] } : {}),
      ...formatKeywords(source['format']),
      ...(isRecord(source['items']) ? { items: node(source['items'], references) } : {}),
      ...listKeywords(source),
      ...objectKeywords(source, references),
    };
  }

  function objectKeywords(source: JsonSchema, references: Set<string>): JsonSchema {
    const additional = source['additionalProperties'];
    if (!isRecord(source['properties'])) {
      return isRecord(additional) ? { additionalProperties: node(additional, references) } : {};
    }
    const required = Array.isArray(source['required']) ? source['required'] : [];
    const properties = Object.entries(source['properties']).map(([name, property]) => [
      name,
      required.includes(name) ? node(property, references) : optional(property, references),
    ]);
    const closed = source['x-kubernetes-preserve-unknown-fields'] !== true;
    return {
      properties: Object.fromEntries(properties),
      ...(required.length > 0 ? { required } : {}),
      ...(isRecord(additional)
        ? { additionalProperties: node(additional, references) }
        : closed
          ? { additionalProperties: false }
          : {}),
    };
  }

  function optional(source: unknown, references: Set<string>): JsonSchema {
    if (isRecord(source) && typeof source['$ref'] === 'string') {
      references.add(source['$ref'].slice(refPrefix.length));
      return { $ref: source['$ref'] };
    }
    return orNull(node(source, references));
  }

  function referenceTo(reference: string, references: Set<string>): JsonSchema {
    const name = reference.slice(refPrefix.length);
    references.add(name);
    const types = typesOf(definitions[name] ?? {});
    if (name.endsWith('.api.resource.Quantity'))
      return { allOf: [{ $ref: reference }], type: quantity['type'] };
    if (definitions[name]?.['format'] === 'int-or-string')
      return { allOf: [{ $ref: reference }], type: intOrString['type'] };
    return types.length === 0 ? { $ref: reference } : { allOf: [{ $ref: reference }], type: types };
  }

  return read;
}
