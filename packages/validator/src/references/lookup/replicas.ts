import { fieldAt } from '../../json/fields.ts';
import type { ClusterView } from '../../rendered/cluster-view.ts';
import { autoscalerOf, type Autoscaler } from './autoscalers.ts';
import { kindOf } from './identity.ts';
import type { Pods } from './pods-of.ts';

/** The fewest pods that a workload keeps, and what says so; undefined where the number follows from something else. */
export function fewestReplicas(
  cluster: ClusterView,
  { located, name }: Pods,
): { readonly count: number; readonly autoscaler?: Autoscaler } | undefined {
  if (!countedKinds.has(kindOf(located))) return undefined;
  const autoscaler = autoscalerOf(cluster, located, name);
  if (autoscaler !== undefined) return { count: autoscaler.fewest, autoscaler };
  const replicas = fieldAt(located.object, 'spec', 'replicas') ?? 1;
  return typeof replicas === 'number' ? { count: replicas } : undefined;
}

const countedKinds = new Set([
  'apps/Deployment',
  'apps/ReplicaSet',
  'apps/StatefulSet',
  'argoproj.io/Rollout',
  '/ReplicationController',
]);
