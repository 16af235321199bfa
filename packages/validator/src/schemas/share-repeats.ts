import { isRecord } from '../json/is-record.ts';
import { stableJson } from '../json/stable-json.ts';
import type { JsonSchema } from './json-schema.ts';

/** A part that is shorter than this, in characters of its text, is not worth a definition. */
const worthSharing = 200;

/**
 * The same schema with every larger part that occurs twice written once, under `definitions`. The time that an engine
 * takes to compile a schema grows with its text, and a definition such as Argo CD's ApplicationSet repeats itself a lot.
 */
export function shareRepeats(root: JsonSchema): JsonSchema {
  const texts = new Map<JsonSchema, string>();
  const seen = new Set<string>();
  const repeated = new Set<string>();
  visit(root);
  const names = new Map<string, string>();
  const definitions: Record<string, JsonSchema> = {};
  const shared = mapChildren(root, replace);
  return names.size === 0 ? shared : { ...shared, definitions };

  function visit(node: JsonSchema): JsonSchema {
    const text = stableJson(node);
    texts.set(node, text);
    if (text.length < worthSharing) return node;
    // Below a repeat everything is a repeat, so only its top counts.
    if (seen.has(text)) repeated.add(text);
    else {
      seen.add(text);
      mapChildren(node, visit);
    }
    return node;
  }

  function replace(node: JsonSchema): JsonSchema {
    const text = texts.get(node) ?? stableJson(node);
    if (!repeated.has(text)) return mapChildren(node, replace);
    let name = names.get(text);
    if (name === undefined) {
      name = `part${names.size + 1}`;
      names.set(text, name);
      definitions[name] = mapChildren(node, replace);
    }
    return { $ref: `#/definitions/${name}` };
  }
}

function mapChildren(node: JsonSchema, change: (child: JsonSchema) => JsonSchema): JsonSchema {
  const result: Record<string, unknown> = { ...node };
  for (const keyword of ['items', 'additionalProperties', 'not', 'if', 'then']) {
    const child = node[keyword];
    if (isRecord(child)) result[keyword] = change(child);
  }
  for (const keyword of ['allOf', 'anyOf', 'oneOf']) {
    const children = node[keyword];
    if (Array.isArray(children))
      result[keyword] = children.map((child) => (isRecord(child) ? change(child) : child));
  }
  const { properties } = node;
  if (isRecord(properties)) {
    result['properties'] = Object.fromEntries(
      Object.entries(properties).map(([name, child]) => [name, isRecord(child) ? change(child) : child]),
    );
  }
  return result;
}
