import { isRecord } from '../json/is-record.ts';
import type { JsonSchema } from './json-schema.ts';
import { objectMetadata } from './object-metadata.ts';
import { pinnedRoot } from './pinned-root.ts';
import { bundleOf, type KindWithSchema, type SchemaBundle } from './schema-bundle.ts';
import { shareRepeats } from './share-repeats.ts';
import { structuralSchema } from './structural-schema.ts';
import { validationKeywords } from './validation-keywords.ts';

/**
 * The schemas of the custom resources that CustomResourceDefinitions (`apiextensions.k8s.io/v1`) bring: one per served
 * version. An object that is no such definition gives nothing; a definition that is malformed is a finding of its own
 * when it is validated. Rules in CEL (`x-kubernetes-validations`) are not in a JSON Schema.
 */
export function definitionSchemas(definitions: readonly unknown[]): SchemaBundle {
  return bundleOf(definitions.flatMap(definitionKinds));
}

/** The kinds of one definition, with their schemas as values. */
export function definitionKinds(definition: unknown): readonly KindWithSchema[] {
  if (!isRecord(definition) || definition['kind'] !== 'CustomResourceDefinition') return [];
  const spec = definition['spec'];
  if (!isRecord(spec) || !isRecord(spec['names']) || !Array.isArray(spec['versions'])) return [];
  const { group, scope } = spec;
  const kind = spec['names']['kind'];
  if (typeof group !== 'string' || typeof kind !== 'string') return [];
  return spec['versions'].filter(isServed).map((version) => {
    const apiVersion = `${group}/${version.name}`;
    return {
      apiVersion,
      kind,
      namespaced: scope === 'Namespaced',
      schema: versionSchema({ apiVersion, kind }, version),
    };
  });
}

type ServedVersion = JsonSchema & { readonly name: string };

function isServed(version: unknown): version is ServedVersion {
  return isRecord(version) && typeof version['name'] === 'string' && version['served'] === true;
}

function versionSchema(
  kind: { readonly apiVersion: string; readonly kind: string },
  version: ServedVersion,
): JsonSchema {
  const source = isRecord(version['schema']) ? version['schema']['openAPIV3Schema'] : undefined;
  if (!isRecord(source)) return pinnedRoot(kind, { type: 'object' }, objectMetadata);
  const properties = isRecord(source['properties']) ? source['properties'] : {};
  const subresources = version['subresources'];
  // With a status subresource, an API server ignores the status of an applied object.
  const status = isRecord(subresources) && isRecord(subresources['status']) ? { status: anyObject } : {};
  const node = structuralSchema({ ...source, type: 'object', properties: { ...properties, ...status } });
  return shareRepeats(pinnedRoot(kind, node, metadataSchema(properties['metadata'])));
}

const anyObject = { type: 'object', 'x-kubernetes-preserve-unknown-fields': true };

/** A definition may restrict the name and `generateName`, nothing else of the metadata. */
function metadataSchema(declared: unknown): JsonSchema {
  const own = isRecord(declared) && isRecord(declared['properties']) ? declared['properties'] : {};
  const fields = isRecord(objectMetadata['properties']) ? { ...objectMetadata['properties'] } : {};
  for (const name of ['name', 'generateName']) {
    const source = own[name];
    if (isRecord(source)) fields[name] = { type: 'string', ...validationKeywords(source) };
  }
  return { ...objectMetadata, properties: fields };
}
