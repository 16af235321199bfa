import type { RegisteredCluster, RepositoryView } from '@seatrial/validator';
import type { Repository } from '../files/repository.ts';
import type { KustomizationGraph } from '../kustomizations/kustomization-graph.ts';

/** What the objects of engines are read against. */
export interface Surroundings {
  readonly repository: Repository;
  readonly view: RepositoryView;
  readonly graph: KustomizationGraph;
  /** Folders with a chart. */
  readonly isChart: (folder: string) => boolean;
  /** Clusters that Argo CD has been told of. */
  readonly registered: readonly RegisteredCluster[];
  /** An object that is known on a cluster, whatever brings it. */
  readonly find: (cluster: string, kind: string, namespace: string, name: string) => unknown;
}
