import type { ReferencedKind } from './policy.ts';

export const autoscalers: ReferencedKind = {
  group: 'autoscaling',
  version: 'v2',
  kind: 'HorizontalPodAutoscaler',
};
export const disruptionBudgets: ReferencedKind = {
  group: 'policy',
  version: 'v1',
  kind: 'PodDisruptionBudget',
};
export const deployments: ReferencedKind = { group: 'apps', version: 'v1', kind: 'Deployment' };
export const statefulSets: ReferencedKind = { group: 'apps', version: 'v1', kind: 'StatefulSet' };
export const services: ReferencedKind = { group: '', version: 'v1', kind: 'Service' };
export const ingresses: ReferencedKind = { group: 'networking.k8s.io', version: 'v1', kind: 'Ingress' };
