import { groupOf, objectId, type KubernetesObject, type Placement } from '@seatrial/compiler';
import type { ObjectRef } from '../../kubernetes/kubernetes.ts';
import { ignoredPaths } from '../../trial/differences/ignored-paths.ts';
import { isHook, placementObjects } from '../../trial/differences/placement-objects.ts';

/** Objects whose change would harm others than their placement: the rest of the cluster stands on them. */
const groundKinds = new Set([
  'CustomResourceDefinition',
  'ConstraintTemplate',
  'ValidatingWebhookConfiguration',
  'MutatingWebhookConfiguration',
  'APIService',
  'StorageClass',
  'PersistentVolume',
  'PersistentVolumeClaim',
  'SecretStore',
  'ClusterSecretStore',
  'ExternalSecret',
]);

/** From what is missed least: what stands here and later is taken first. */
const expendable = [
  'ConfigMap',
  'PodDisruptionBudget',
  'NetworkPolicy',
  'ServiceAccount',
  'RoleBinding',
  'Role',
  'Service',
  'Ingress',
];

/** Live objects of a placement that may be changed for a moment, from what is missed least. */
export function candidates(placement: Placement): readonly KubernetesObject[] {
  return placementObjects(placement)
    .filter((object) => !isHook(object) && !groundKinds.has(object.kind) && isWhole(object, placement))
    .map((object) => placed(object, placement))
    .toSorted((a, b) => rank(a) - rank(b));
}

/** No part of it is left out of comparison. */
function isWhole(object: KubernetesObject, { sync }: Placement): boolean {
  return ignoredPaths(object, sync.ignoreDifferences).length === ignoredPaths(object, []).length;
}

/** A chart's own objects name no namespace; those of a rehearsal's charts are never cluster-scoped without one. */
function placed(object: KubernetesObject, { objects, namespace }: Placement): KubernetesObject {
  const ofGit = objects.some((each) => each.object === object);
  if (ofGit || object.metadata.namespace !== undefined) return object;
  return { ...object, metadata: { ...object.metadata, namespace } };
}

function rank({ apiVersion, kind }: KubernetesObject): number {
  const at = expendable.indexOf(kind);
  if (at !== -1) return at;
  return groupOf(apiVersion) === 'apps' ? expendable.length + 1 : expendable.length;
}

export function refOf(object: KubernetesObject): ObjectRef {
  return { ...objectId(object), apiVersion: object.apiVersion };
}
