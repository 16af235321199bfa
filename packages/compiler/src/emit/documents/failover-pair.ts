import type { ResolvedCluster } from '../../resolved/cluster.ts';
import type { Documents } from '../../resolved/documents.ts';
import type { ResolvedFleet } from '../../resolved/fleet.ts';
import type { Placement } from '../../resolved/placement.ts';

/** One application in one environment on both sides of a failover. */
export interface Twins {
  readonly active: Placement;
  readonly standby: Placement;
}

/** An active cluster and the one that takes over for it, with what runs on them. */
export interface FailoverPair {
  readonly active: ResolvedCluster;
  readonly standby: ResolvedCluster;
  readonly twins: readonly Twins[];
  /** Placements of the active cluster that the standby has nothing for. */
  readonly alone: readonly Placement[];
  readonly activeHosts: Documents['hosts'];
  readonly standbyHosts: Documents['hosts'];
}

export function failoverPairs(fleet: ResolvedFleet): FailoverPair[] {
  const clusters = new Map(fleet.clusters.map((cluster) => [cluster.name, cluster]));
  return fleet.failover.flatMap((pair) => {
    const active = clusters.get(pair.active);
    const standby = clusters.get(pair.standby);
    return active === undefined || standby === undefined ? [] : [failoverPair(fleet, active, standby)];
  });
}

function failoverPair(fleet: ResolvedFleet, active: ResolvedCluster, standby: ResolvedCluster): FailoverPair {
  const key = ({ application, environment }: Placement) => `${application}/${environment}`;
  const onActive = fleet.placements.filter(({ cluster }) => cluster === active.name);
  const onStandby = new Map(
    fleet.placements.filter(({ cluster }) => cluster === standby.name).map((each) => [key(each), each]),
  );
  const twins = onActive.flatMap((placement) => {
    const twin = onStandby.get(key(placement));
    return twin === undefined ? [] : [{ active: placement, standby: twin }];
  });
  const hostsOf = (placements: Iterable<Placement>) => {
    const names = new Set([...placements].map(({ name }) => name));
    return fleet.documents.hosts.filter(({ placement }) => names.has(placement));
  };
  return {
    active,
    standby,
    twins,
    alone: onActive.filter((placement) => !onStandby.has(key(placement))),
    activeHosts: hostsOf(onActive),
    standbyHosts: hostsOf(onStandby.values()),
  };
}
