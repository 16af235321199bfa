import type { FleetView } from '../rendered/fleet-view.ts';
import { hostsOf, type Host } from './hosts.ts';

/** Where the clusters of some names answer: the first object of each cluster for each host. */
export interface HostIndex {
  /** By cluster. */
  readonly of: ReadonlyMap<string, readonly Host[]>;
  /** By host, then cluster. */
  readonly at: ReadonlyMap<string, ReadonlyMap<string, Host>>;
}

/** One look at every object, however many clusters are compared with each other afterwards. */
export function hostIndex({ views }: Pick<FleetView, 'views'>, clusters: readonly string[]): HostIndex {
  const of = new Map<string, Host[]>();
  const at = new Map<string, Map<string, Host>>();
  for (const cluster of clusters) {
    const hosts = (views.get(cluster)?.objects ?? []).flatMap(hostsOf);
    of.set(cluster, hosts);
    for (const host of hosts) {
      const known = at.get(host.host) ?? new Map<string, Host>();
      at.set(host.host, known);
      if (!known.has(cluster)) known.set(cluster, host);
    }
  }
  return { of, at };
}
