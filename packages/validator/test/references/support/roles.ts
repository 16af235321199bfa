import { clusterObject } from './told.ts';

/** The ClusterRole `r` with these rules. */
export const clusterRole = (...rules: readonly unknown[]) =>
  clusterObject('rbac.authorization.k8s.io/v1', 'ClusterRole', 'r', { rules });

/** A rule on resources of the core group. */
export const roleRule = (resources: readonly string[], verbs: readonly string[], more: object = {}) => ({
  apiGroups: [''],
  resources,
  verbs,
  ...more,
});
