import type { ChartSource } from '../resolved/chart.ts';

/**
 * What the validation of a tree hangs on and no file of the tree holds. It is committed beside the tree, so that a
 * verdict can be kept by what is committed and nothing else.
 */
export interface TreeFacts {
  /** sha256 of what only the fleet as a whole has: roles, pairs, capacity, what is accepted. */
  readonly fleet: string;
  /** sha256 of each application in the model: what a failover makes of it stands in no file. Empty without a failover. */
  readonly applications: Readonly<Record<string, string>>;
  readonly clusters: Readonly<Record<string, ClusterFacts>>;
  /** The charts of the fleet, each once. Whether a machine holds them decides what it can check. */
  readonly charts: readonly ChartSource[];
}

export interface ClusterFacts {
  /** Exact version: `1.29.15`. */
  readonly kubernetes: string;
  /** Names of the applications that are placed there, sorted. */
  readonly applications: readonly string[];
  /** Folder of the Argo CD that runs there, relative to the tree; absent: none does. */
  readonly argoCd?: string;
  /** sha256 of everything else: charts and the definitions that they bring, storage classes, what is accepted there. */
  readonly facts: string;
}
