import { isRecord } from '../json/is-record.ts';
import type { JsonSchema } from './json-schema.ts';

/** The parts of Kubernetes' OpenAPI v2 document (`api/openapi-spec/swagger.json`) that are read here. */
export interface SwaggerDocument {
  readonly definitions: Readonly<Record<string, JsonSchema>>;
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** The document, if it is one. Throws an Error with one sentence otherwise. */
export function swaggerDocument(value: unknown): SwaggerDocument {
  if (!isRecord(value) || !isRecord(value['definitions']) || !isRecord(value['paths'])) {
    throw new Error(
      'The OpenAPI document of Kubernetes has no "definitions" and "paths": it is not an OpenAPI v2 document.',
    );
  }
  return value as unknown as SwaggerDocument;
}

/** An entry of `x-kubernetes-group-version-kind`. */
export interface GroupVersionKind {
  readonly group: string;
  readonly version: string;
  readonly kind: string;
}

/** The entries of a schema or an operation; none when it has no such extension. */
export function groupVersionKinds(node: unknown): readonly GroupVersionKind[] {
  if (!isRecord(node)) return [];
  const entries = node['x-kubernetes-group-version-kind'];
  return (Array.isArray(entries) ? entries : [entries]).filter(isGroupVersionKind);
}

function isGroupVersionKind(value: unknown): value is GroupVersionKind {
  return (
    isRecord(value) &&
    [value['group'], value['version'], value['kind']].every((part) => typeof part === 'string')
  );
}

export function apiVersionOf({ group, version }: GroupVersionKind): string {
  return group === '' ? version : `${group}/${version}`;
}
