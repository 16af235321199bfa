import type { Resource } from './discovery.ts';
import type { KindRef } from './kubernetes.ts';

/** The path of all objects of a kind, or of those of one namespace. */
export function collectionPath({ root, plural, namespaced }: Resource, namespace?: string): string {
  return namespaced && namespace !== undefined
    ? `${root}/namespaces/${encodeURIComponent(namespace)}/${plural}`
    : `${root}/${plural}`;
}

/** @throws Error where the kind lives in namespaces and none is named: guessing one would touch the wrong object. */
export function ownCollectionPath(
  resource: Resource,
  owner: KindRef & { name: string; namespace?: string },
): string {
  if (resource.namespaced && owner.namespace === undefined) {
    throw new Error(`${owner.kind} ${owner.name} needs a namespace to be addressed in`);
  }
  return collectionPath(resource, owner.namespace);
}
