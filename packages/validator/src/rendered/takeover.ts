import type { Finding, ResolvedFleet } from '@seatrial/compiler';
import { clusterView, type ClusterView } from './cluster-view.ts';
import type { LocatedObject } from './located-object.ts';
import type { RenderedCluster } from './rendered-cluster.ts';

/** A failover that a fleet foresees: what is on the standby once the two have exchanged their roles. */
export interface RenderedTakeover {
  /** The cluster that is lost. */
  readonly active: string;
  /** The cluster that takes over. */
  readonly standby: string;
  /** The standby afterwards, with its objects; absent: the model with the roles exchanged is wrong. */
  readonly after?: After;
  /** Why the model with the roles exchanged is wrong. */
  readonly problems: readonly Finding[];
}

interface After {
  readonly cluster: RenderedCluster;
  readonly objects: readonly LocatedObject[];
  /** The two clusters of the pair with their roles exchanged, and no other. */
  readonly fleet: ResolvedFleet;
}

/** A takeover, fit for looking things up. */
export interface TakeoverView extends Pick<RenderedTakeover, 'active' | 'standby' | 'problems'> {
  readonly after?: ClusterView & Pick<After, 'fleet'>;
}

export function takeoverView({ after, ...takeover }: RenderedTakeover): TakeoverView {
  if (after === undefined) return takeover;
  return { ...takeover, after: { ...clusterView(after.cluster, after.objects), fleet: after.fleet } };
}
