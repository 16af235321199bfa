import type { ClusterView } from '../../rendered/cluster-view.ts';
import type { LocatedObject } from '../../rendered/located-object.ts';

export const gatewayApi = 'gateway.networking.k8s.io';

const kinds = ['HTTPRoute', 'GRPCRoute', 'TCPRoute', 'TLSRoute', 'UDPRoute'];

/** The routes of the Gateway API. */
export function routesOf(cluster: ClusterView): readonly LocatedObject[] {
  return kinds.flatMap((kind) => cluster.ofKind(gatewayApi, kind));
}
