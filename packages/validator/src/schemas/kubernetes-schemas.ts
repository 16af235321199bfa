import { isRecord } from '../json/is-record.ts';
import { applicableKinds, type ApplicableKind } from './applicable-kinds.ts';
import { definitionReader, type ReadDefinition } from './definition-reader.ts';
import type { JsonSchema } from './json-schema.ts';
import { bundleOf, type KindWithSchema, type SchemaBundle } from './schema-bundle.ts';
import { pinnedRoot } from './pinned-root.ts';
import {
  apiVersionOf,
  groupVersionKinds,
  swaggerDocument,
  type SwaggerDocument,
} from './swagger-document.ts';

/**
 * The schemas of every kind that one version of Kubernetes lets you apply.
 *
 * @param swagger `api/openapi-spec/swagger.json` of the Go module `k8s.io/kubernetes`, parsed.
 * @throws Error with one sentence when it is another document, or names a definition that it does not have.
 */
export function kubernetesSchemas(swagger: unknown): SchemaBundle {
  const document = swaggerDocument(swagger);
  const read = definitionReader(document);
  const names = definitionNames(document);
  return bundleOf(applicableKinds(document).flatMap((kind) => kindSchema(kind, names, read)));
}

function definitionNames({ definitions }: SwaggerDocument): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const [name, definition] of Object.entries(definitions)) {
    for (const entry of groupVersionKinds(definition))
      names.set(`${apiVersionOf(entry)} ${entry.kind}`, name);
  }
  return names;
}

function kindSchema(
  kind: ApplicableKind,
  names: ReadonlyMap<string, string>,
  read: (name: string) => ReadDefinition,
): readonly KindWithSchema[] {
  const name = names.get(`${kind.apiVersion} ${kind.kind}`);
  if (name === undefined) return [];
  const { schema } = read(name);
  const properties = isRecord(schema['properties']) ? schema['properties'] : {};
  const root = pinnedRoot(kind, { ...schema, type: 'object' }, metadataSchema(properties['metadata']));
  return [{ ...kind, schema: { ...root, definitions: reachedFrom(read(name), read) } }];
}

function metadataSchema(reference: unknown): JsonSchema {
  return { allOf: [reference], type: 'object' };
}

function reachedFrom(
  start: ReadDefinition,
  read: (name: string) => ReadDefinition,
): Record<string, JsonSchema> {
  const reached: Record<string, JsonSchema> = {};
  const waiting = [...start.references];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (name in reached) continue;
    const { schema, references } = read(name);
    reached[name] = schema;
    waiting.push(...references);
  }
  return reached;
}
