import type { KubernetesObject } from '../../objects/kubernetes-object.ts';
import { withImages } from './images.ts';
import { jsonEqual } from './json-equal.ts';
import type { ImageField, LabelsField, ReplicaField } from './kustomization.ts';
import { withLabels } from './labels.ts';
import { withReplicas } from './replicas.ts';
import { untransformed } from './untransformed.ts';

/** The fields of a kustomization that change objects after its patches, in the order in which kustomize applies them. */
export interface Transformers {
  readonly namespace?: string;
  readonly labels: readonly LabelsField[];
  readonly replicas: readonly ReplicaField[];
  readonly images: readonly ImageField[];
}

export function transform(object: KubernetesObject, transformers: Transformers): KubernetesObject {
  const { namespace, labels, replicas, images } = transformers;
  const placed = namespace === undefined ? object : inNamespace(object, namespace);
  return withImages(withReplicas(withLabels(placed, labels) ?? placed, replicas), images);
}

/** What patches have to make of an object so that the transformers, which come after them, yield the target. */
export function beforeTransformers(
  base: KubernetesObject,
  target: KubernetesObject,
  transformers: Transformers,
): KubernetesObject {
  const wanted = untransformed(base, transform(base, transformers), target) as KubernetesObject;
  return jsonEqual(transform(wanted, transformers), target) ? wanted : target;
}

const moved = new WeakMap<KubernetesObject, Map<string, KubernetesObject>>();

/** The same object for the same namespace: what is known of it then holds for many placements. */
export function inNamespace(object: KubernetesObject, namespace: string): KubernetesObject {
  const known = moved.get(object) ?? new Map<string, KubernetesObject>();
  const there = known.get(namespace) ?? { ...object, metadata: { ...object.metadata, namespace } };
  known.set(namespace, there);
  moved.set(object, known);
  return there;
}
