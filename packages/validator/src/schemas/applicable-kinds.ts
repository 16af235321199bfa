import { isRecord } from '../json/is-record.ts';
import { apiVersionOf, groupVersionKinds, type SwaggerDocument } from './swagger-document.ts';

/** A kind that can be applied, and its scope. */
export interface ApplicableKind {
  readonly apiVersion: string;
  readonly kind: string;
  readonly namespaced: boolean;
}

/**
 * The kinds whose objects live in an API server under a name: those with a PATCH (what an apply needs) on
 * `…/{plural}/{name}`. Lists, options, reviews, bindings and subresources have none, and cannot be in a tree.
 */
export function applicableKinds({ paths }: SwaggerDocument): readonly ApplicableKind[] {
  const kinds = new Map<string, ApplicableKind>();
  for (const [path, operations] of Object.entries(paths)) {
    if (!path.endsWith('/{name}') || !isRecord(operations['patch'])) continue;
    for (const entry of groupVersionKinds(operations['patch'])) {
      const apiVersion = apiVersionOf(entry);
      kinds.set(`${apiVersion} ${entry.kind}`, {
        apiVersion,
        kind: entry.kind,
        namespaced: path.includes('/namespaces/{namespace}/'),
      });
    }
  }
  return [...kinds.values()];
}
