import type { ClusterRequest } from '../../src/lab/lab.ts';

/** A cluster without anything of a fleet. */
export const bareCluster = (name: string): ClusterRequest => ({
  name,
  kubernetes: '1.29',
  storageClasses: [],
  namespaces: [],
  shared: [],
  groups: [],
  gatekeeper: false,
  externalSecrets: false,
});
