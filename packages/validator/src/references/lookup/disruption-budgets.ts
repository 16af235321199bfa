import { fieldAt } from '../../json/fields.ts';
import type { ClusterView } from '../../rendered/cluster-view.ts';
import { labelSelector } from './label-selector.ts';
import { perCluster } from './per-cluster.ts';
import { podSelector, type PodSelector } from './pod-selector.ts';

/** The PodDisruptionBudgets of a cluster with the pods that each selects. */
export const disruptionBudgetsOf: (cluster: ClusterView) => readonly PodSelector[] = perCluster((cluster) =>
  cluster.ofKind('policy', 'PodDisruptionBudget').flatMap((located) => {
    const requirements = labelSelector(fieldAt(located.object, 'spec', 'selector'));
    return requirements === undefined ? [] : [podSelector(cluster, located, requirements)];
  }),
);
