import type { ClusterView } from '../../rendered/cluster-view.ts';
import type { LocatedObject } from '../../rendered/located-object.ts';
import { namespaceOf } from './identity.ts';
import type { Requirement } from './label-selector.ts';
import type { Pods } from './pods-of.ts';
import { selectPods } from './select-pods.ts';

/** An object that selects pods of its namespace. */
export interface PodSelector {
  readonly located: LocatedObject;
  readonly namespace: string | undefined;
  /** None: all pods of the namespace. */
  readonly requirements: readonly Requirement[];
  readonly pods: readonly Pods[];
}

export function podSelector(
  cluster: ClusterView,
  located: LocatedObject,
  requirements: readonly Requirement[],
): PodSelector {
  const namespace = namespaceOf(located);
  return { located, namespace, requirements, pods: selectPods(cluster, namespace, requirements) };
}
