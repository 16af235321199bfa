/** Built-in kinds that no namespace holds, by API group. Source: `kubectl api-resources --namespaced=false`, 1.29 to 1.36. */
const clusterScopedKinds: Readonly<Record<string, readonly string[]>> = {
  '': ['ComponentStatus', 'Namespace', 'Node', 'PersistentVolume'],
  'admissionregistration.k8s.io': [
    'MutatingAdmissionPolicy',
    'MutatingAdmissionPolicyBinding',
    'MutatingWebhookConfiguration',
    'ValidatingAdmissionPolicy',
    'ValidatingAdmissionPolicyBinding',
    'ValidatingWebhookConfiguration',
  ],
  'apiextensions.k8s.io': ['CustomResourceDefinition'],
  'apiregistration.k8s.io': ['APIService'],
  'authentication.k8s.io': ['SelfSubjectReview', 'TokenReview'],
  'authorization.k8s.io': ['SelfSubjectAccessReview', 'SelfSubjectRulesReview', 'SubjectAccessReview'],
  'certificates.k8s.io': ['CertificateSigningRequest', 'ClusterTrustBundle'],
  'flowcontrol.apiserver.k8s.io': ['FlowSchema', 'PriorityLevelConfiguration'],
  'internal.apiserver.k8s.io': ['StorageVersion'],
  'networking.k8s.io': ['IPAddress', 'IngressClass', 'ServiceCIDR'],
  'node.k8s.io': ['RuntimeClass'],
  'rbac.authorization.k8s.io': ['ClusterRole', 'ClusterRoleBinding'],
  'resource.k8s.io': ['DeviceClass', 'DeviceTaintRule', 'ResourceSlice'],
  'scheduling.k8s.io': ['PriorityClass'],
  'storage.k8s.io': ['CSIDriver', 'CSINode', 'StorageClass', 'VolumeAttachment', 'VolumeAttributesClass'],
  'storagemigration.k8s.io': ['StorageVersionMigration'],
  // Gatekeeper makes the kinds of this group itself, all of them cluster-scoped, so no definition can say it.
  'templates.gatekeeper.sh': ['ConstraintTemplate'],
};

/** Whether an object of this kind has no namespace; `declared` are the `group/Kind`s that the fleet says so of. */
export function isClusterScoped(group: string, kind: string, declared: ReadonlySet<string>): boolean {
  return (
    group === 'constraints.gatekeeper.sh' ||
    clusterScopedKinds[group]?.includes(kind) === true ||
    declared.has(`${group}/${kind}`)
  );
}

/** Whether the group is part of Kubernetes itself: its kinds need no definition. */
export function isBuiltInGroup(group: string): boolean {
  return (
    !group.includes('.') ||
    (group.endsWith('.k8s.io') && group in clusterScopedKinds) ||
    builtInGroups.has(group)
  );
}

const builtInGroups: ReadonlySet<string> = new Set([
  'coordination.k8s.io',
  'discovery.k8s.io',
  'events.k8s.io',
]);
