import type { KubernetesObject } from './kubernetes-object.ts';

/** What identifies an object inside one cluster: its group (not its version), kind, namespace and name. */
export interface ObjectId {
  /** API group; empty for the core group. */
  readonly group: string;
  readonly kind: string;
  /** Absent for a cluster-scoped object. */
  readonly namespace?: string;
  readonly name: string;
}

/** The API group of an `apiVersion`: `apps` for `apps/v1`, the empty string for `v1`. */
export function groupOf(apiVersion: string): string {
  const slash = apiVersion.indexOf('/');
  return slash === -1 ? '' : apiVersion.slice(0, slash);
}

export function objectId(object: KubernetesObject): ObjectId {
  const { name, namespace } = object.metadata;
  const id = { group: groupOf(object.apiVersion), kind: object.kind, name };
  return namespace === undefined ? id : { ...id, namespace };
}

/** One string for an identity, fit for a map key: `apps/Deployment/luneo/api`. */
export function objectKey(id: ObjectId): string {
  return `${id.group}/${id.kind}/${id.namespace ?? ''}/${id.name}`;
}

/** An identity as a person reads it: `Deployment luneo/api`. */
export function describeObject(id: ObjectId): string {
  return `${id.kind} ${id.namespace === undefined ? '' : `${id.namespace}/`}${id.name}`;
}
