import { fieldAt } from '../../json/fields.ts';
import type { ClusterView } from '../../rendered/cluster-view.ts';
import type { LocatedObject } from '../../rendered/located-object.ts';
import { namespaceOf } from './identity.ts';
import { labelSelector, type Requirement } from './label-selector.ts';
import { perCluster } from './per-cluster.ts';
import { selectPods } from './select-pods.ts';
import type { Pods } from './pods-of.ts';

export interface DisruptionBudget {
  readonly located: LocatedObject;
  readonly namespace: string | undefined;
  /** None: all pods of the namespace. */
  readonly requirements: readonly Requirement[];
  readonly pods: readonly Pods[];
}

/** The PodDisruptionBudgets of a cluster with the pods that each selects. */
export const disruptionBudgetsOf: (cluster: ClusterView) => readonly DisruptionBudget[] = perCluster(
  (cluster) =>
    cluster.ofKind('policy', 'PodDisruptionBudget').flatMap((located) => {
      const requirements = labelSelector(fieldAt(located.object, 'spec', 'selector'));
      if (requirements === undefined) return [];
      const namespace = namespaceOf(located);
      return [{ located, namespace, requirements, pods: selectPods(cluster, namespace, requirements) }];
    }),
);
