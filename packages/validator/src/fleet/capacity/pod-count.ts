import { groupOf } from '@seatrial/compiler';
import { fieldAt, recordAt, textAt } from '../../json/fields.ts';
import type { ClusterView } from '../../rendered/cluster-view.ts';
import type { LocatedObject } from '../../rendered/located-object.ts';

/** How many pods an object makes: always, and at most. */
export interface PodCount {
  readonly least: number;
  readonly most: number;
}

/** Counts the pods of the objects of one cluster that run for as long as it does: Jobs come and go, and are not counted. */
export function podCounter(
  cluster: ClusterView,
  nodes: number | undefined,
): (located: LocatedObject) => PodCount | undefined {
  const scaled = scalers(cluster);
  return (located) => {
    const { object } = located;
    const kind = `${groupOf(String(object.apiVersion))}/${String(object.kind)}`;
    if (kind === '/Pod') return { least: 1, most: 1 };
    if (kind === 'apps/DaemonSet') {
      // Without the number of nodes: one, because a cluster without a node runs nothing at all.
      const everywhere = nodes ?? 1;
      return { least: isOnSomeNodes(object) ? 0 : everywhere, most: everywhere };
    }
    if (!replicated.has(kind)) return undefined;
    const replicas = fieldAt(object, 'spec', 'replicas') ?? 1;
    if (typeof replicas !== 'number') return undefined;
    const scaler = scaled.get(targetKey(object, textAt(object, 'kind'), textAt(object, 'metadata', 'name')));
    // No replicas at all switch an autoscaler off.
    return scaler === undefined || replicas === 0 ? { least: replicas, most: replicas } : scaler;
  };
}

const replicated: ReadonlySet<string> = new Set([
  '/ReplicationController',
  'apps/Deployment',
  'apps/ReplicaSet',
  'apps/StatefulSet',
  'argoproj.io/Rollout',
]);

function isOnSomeNodes(daemonSet: unknown): boolean {
  const pod = recordAt(daemonSet, 'spec', 'template', 'spec');
  const selected = Object.keys(recordAt(pod, 'nodeSelector')).some((label) => label !== 'kubernetes.io/os');
  const required = fieldAt(pod, 'affinity', 'nodeAffinity', 'requiredDuringSchedulingIgnoredDuringExecution');
  return selected || required !== undefined;
}

function scalers(cluster: ClusterView): ReadonlyMap<string, PodCount> {
  const found = new Map<string, PodCount>();
  const add = (object: unknown, least: unknown, most: unknown) => {
    const target = recordAt(object, 'spec', 'scaleTargetRef');
    const key = targetKey(object, textAt(target, 'kind') ?? 'Deployment', textAt(target, 'name'));
    if (typeof least === 'number' && typeof most === 'number') found.set(key, { least, most });
  };
  for (const { object } of cluster.ofKind('autoscaling', 'HorizontalPodAutoscaler'))
    add(object, fieldAt(object, 'spec', 'minReplicas') ?? 1, fieldAt(object, 'spec', 'maxReplicas'));
  for (const { object } of cluster.ofKind('keda.sh', 'ScaledObject'))
    add(
      object,
      fieldAt(object, 'spec', 'minReplicaCount') ?? 0,
      fieldAt(object, 'spec', 'maxReplicaCount') ?? 100,
    );
  return found;
}

function targetKey(object: unknown, kind: string | undefined, name: string | undefined): string {
  return [textAt(object, 'metadata', 'namespace'), kind, name].join('/');
}
