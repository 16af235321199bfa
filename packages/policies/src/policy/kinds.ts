import type { MatchKinds } from './match.ts';

export const podKinds: readonly MatchKinds[] = [{ apiGroups: [''], kinds: ['Pod'] }];

/** What makes pods and is written by people. Pods of a ReplicaSet or of a controller's own kind are met as pods. */
export const workloadKinds: readonly MatchKinds[] = [
  { apiGroups: ['apps'], kinds: ['Deployment', 'StatefulSet', 'DaemonSet'] },
  { apiGroups: ['batch'], kinds: ['Job', 'CronJob'] },
];

/** Refused where a person or the engine sees the answer, at the workload, and at the pod, whoever makes it. */
export const podAndWorkloadKinds: readonly MatchKinds[] = [...podKinds, ...workloadKinds];

/** Workloads whose pods are meant to run on. */
export const serverKinds: readonly MatchKinds[] = [
  { apiGroups: ['apps'], kinds: ['Deployment', 'StatefulSet', 'DaemonSet'] },
];

/** Workloads with a number of replicas. */
export const replicatedKinds: readonly MatchKinds[] = [
  { apiGroups: ['apps'], kinds: ['Deployment', 'StatefulSet'] },
];

export const namespaceKinds: readonly MatchKinds[] = [{ apiGroups: [''], kinds: ['Namespace'] }];
export const serviceKinds: readonly MatchKinds[] = [{ apiGroups: [''], kinds: ['Service'] }];
export const ingressKinds: readonly MatchKinds[] = [{ apiGroups: ['networking.k8s.io'], kinds: ['Ingress'] }];
export const roleKinds: readonly MatchKinds[] = [
  { apiGroups: ['rbac.authorization.k8s.io'], kinds: ['Role', 'ClusterRole'] },
];
export const bindingKinds: readonly MatchKinds[] = [
  { apiGroups: ['rbac.authorization.k8s.io'], kinds: ['RoleBinding', 'ClusterRoleBinding'] },
];
