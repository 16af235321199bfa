import type { KubernetesObject } from '../../objects/kubernetes-object.ts';
import { groupOf } from '../../objects/object-id.ts';

/** Kinds that kustomize knows to be cluster-scoped (its OpenAPI document is that of Kubernetes 1.21), by API group. */
const clusterScopedKinds: Readonly<Record<string, readonly string[]>> = {
  '': ['ComponentStatus', 'Namespace', 'Node', 'PersistentVolume'],
  'admissionregistration.k8s.io': ['MutatingWebhookConfiguration', 'ValidatingWebhookConfiguration'],
  'apiextensions.k8s.io': ['CustomResourceDefinition'],
  'apiregistration.k8s.io': ['APIService'],
  'certificates.k8s.io': ['CertificateSigningRequest'],
  'networking.k8s.io': ['IngressClass'],
  'node.k8s.io': ['RuntimeClass'],
  'rbac.authorization.k8s.io': ['ClusterRole', 'ClusterRoleBinding'],
  'scheduling.k8s.io': ['PriorityClass'],
  'storage.k8s.io': ['CSIDriver', 'CSINode', 'StorageClass', 'VolumeAttachment'],
};

/**
 * The namespace that kustomize matches an object by: `default` where it has none, also for a cluster-scoped kind that
 * kustomize does not know, and undefined for one that it knows (kyaml/resid, EffectiveNamespace).
 */
export function effectiveNamespace({ apiVersion, kind, metadata }: KubernetesObject): string | undefined {
  const isKnown =
    /(^|\/)v1(beta1)?$/.test(apiVersion) && clusterScopedKinds[groupOf(apiVersion)]?.includes(kind);
  if (isKnown === true) return undefined;
  return metadata.namespace ?? 'default';
}
