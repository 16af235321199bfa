import type { LocatedObject } from './located-object.ts';
import type { RenderedCluster } from './rendered-cluster.ts';
import type { RepositoryView } from './repository-view.ts';
import type { SyncUnit } from './sync-unit.ts';

/** Everything that is known to be on the clusters after the next sync: what references are looked up in. */
export interface RenderedSet {
  readonly clusters: readonly RenderedCluster[];
  readonly objects: readonly LocatedObject[];
  readonly units: readonly SyncUnit[];
  readonly repository: RepositoryView;
}
