import { groupOf } from '@seatrial/compiler';
import { fieldAt, textAt } from '../../json/fields.ts';
import type { ClusterView } from '../../rendered/cluster-view.ts';
import type { LocatedObject } from '../../rendered/located-object.ts';
import { namespaceOf } from './identity.ts';
import { perCluster } from './per-cluster.ts';

/** What sets the replicas of a workload: a HorizontalPodAutoscaler, or a ScaledObject of KEDA. */
export interface Autoscaler {
  readonly located: LocatedObject;
  readonly namespace: string | undefined;
  /** What it scales; `apiVersion` as it stands. */
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;
  /** The fewest replicas that it leaves; never below 1, because without replicas there is nothing to keep up. */
  readonly fewest: number;
}

/** The autoscalers of a cluster that name a target. */
export const autoscalersOf: (cluster: ClusterView) => readonly Autoscaler[] = perCluster((cluster) => [
  ...cluster.ofKind('autoscaling', 'HorizontalPodAutoscaler').flatMap((located) =>
    autoscaler(located, textAt(located.object, 'spec', 'scaleTargetRef', 'apiVersion') ?? '', {
      kind: textAt(located.object, 'spec', 'scaleTargetRef', 'kind') ?? '',
      fewest: fieldAt(located.object, 'spec', 'minReplicas') ?? 1,
    }),
  ),
  ...cluster.ofKind('keda.sh', 'ScaledObject').flatMap((located) =>
    autoscaler(located, textAt(located.object, 'spec', 'scaleTargetRef', 'apiVersion') || 'apps/v1', {
      kind: textAt(located.object, 'spec', 'scaleTargetRef', 'kind') || 'Deployment',
      fewest: fieldAt(located.object, 'spec', 'minReplicaCount') ?? 1,
    }),
  ),
]);

function autoscaler(
  located: LocatedObject,
  apiVersion: string,
  { kind, fewest }: { readonly kind: string; readonly fewest: unknown },
): readonly Autoscaler[] {
  const name = textAt(located.object, 'spec', 'scaleTargetRef', 'name');
  if (!name || kind === '') return [];
  const least = typeof fewest === 'number' ? Math.max(fewest, 1) : 1;
  return [{ located, namespace: namespaceOf(located), apiVersion, kind, name, fewest: least }];
}

/** The autoscaler of a workload. */
export function autoscalerOf(
  cluster: ClusterView,
  workload: LocatedObject,
  name: string,
): Autoscaler | undefined {
  const { apiVersion, kind } = workload.object;
  const namespace = namespaceOf(workload);
  return byTarget(cluster)
    .get(`${groupOf(String(apiVersion))}/${kind} ${name}`)
    ?.find((one) => one.namespace === undefined || namespace === undefined || one.namespace === namespace);
}

const byTarget = perCluster((cluster) =>
  Map.groupBy(
    autoscalersOf(cluster),
    ({ apiVersion, kind, name }) => `${groupOf(apiVersion)}/${kind} ${name}`,
  ),
);
