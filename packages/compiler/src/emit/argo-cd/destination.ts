import type { Placement } from '../../resolved/placement.ts';
import type { InstanceScope } from './instance-scope.ts';

/** How an Argo CD reaches the cluster that it runs on: always known to it, registered or not. */
export const ownServer = 'https://kubernetes.default.svc';

export interface Destination {
  readonly name?: string;
  readonly server?: string;
  readonly namespace: string;
}

/**
 * Where a placement goes. Argo CD's own cluster is named by its fixed address, another one by the address of its API
 * server where the model gives it, else by the name that it is registered with. A clusters generator finds registered
 * clusters only, and knows them by name.
 */
export function destinationOf(scope: InstanceScope, placement: Placement): Destination {
  const { cluster, namespace } = placement;
  if (scope.setOf.get(placement.application)?.generator === 'clusters') return { name: cluster, namespace };
  if (cluster === scope.instance.cluster) return { server: ownServer, namespace };
  const server = scope.clusters.get(cluster)?.server;
  return server === undefined ? { name: cluster, namespace } : { server, namespace };
}
