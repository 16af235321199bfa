import type { KubernetesObject } from '@seatrial/compiler';
import type { ObjectRef } from '../../kubernetes/kubernetes.ts';

export function refOf({ apiVersion, kind, metadata: { name, namespace } }: KubernetesObject): ObjectRef {
  return { apiVersion, kind, name, ...(namespace === undefined ? {} : { namespace }) };
}
