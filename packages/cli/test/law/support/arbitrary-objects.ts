import type { KubernetesObject } from '@seatrial/compiler';
import fc from 'fast-check';
import { clusterKinds } from './arbitrary-cluster-kinds.ts';
import { namespacedKinds } from './arbitrary-namespaced-kinds.ts';
import { optional } from './arbitrary-pods.ts';
import { annotations, labels, name } from './arbitrary-texts.ts';

const metadata = fc.record(
  { labels, annotations, finalizers: fc.array(fc.constantFrom('a/b', 'c/d', 'c/d'), { maxLength: 2 }) },
  optional,
);

/** An object of a real or odd kind, in one of the namespaces (or none, for a cluster-scoped kind). */
export function objectIn(namespaces: fc.Arbitrary<string>): fc.Arbitrary<KubernetesObject> {
  const namespaced = fc
    .tuple(namespacedKinds, name, namespaces, metadata)
    .map(([{ apiVersion, kind: of, fields }, called, namespace, more]): KubernetesObject => ({
      apiVersion,
      kind: of,
      metadata: { name: called, namespace, ...more },
      ...fields,
    }));
  const cluster = fc
    .tuple(clusterKinds, name, metadata)
    .map(([{ apiVersion, kind: of, fields }, called, more]): KubernetesObject => ({
      apiVersion,
      kind: of,
      metadata: { name: called, ...more },
      ...fields,
    }));
  return fc.oneof({ weight: 6, arbitrary: namespaced }, { weight: 1, arbitrary: cluster });
}
