import type { ClusterView } from '../../rendered/cluster-view.ts';
import type { LocatedObject } from '../../rendered/located-object.ts';
import { podSpecOf, type PodSpec } from '../../rendered/pod-spec.ts';
import { fieldAt, recordAt } from '../../json/fields.ts';
import { isRecord } from '../../json/is-record.ts';
import { podCounter } from './pod-count.ts';
import { podRequests } from './pod-requests.ts';

/** Resources in cores, bytes and pods. */
export interface Amounts {
  readonly cpu: number;
  readonly memory: number;
  readonly pods: number;
}

/** What the pods of a cluster ask for: always, and when every autoscaler is at its highest. */
export interface Demand {
  readonly least: Amounts;
  readonly most: Amounts;
  /** What each object always asks for. */
  readonly shares: readonly { readonly located: LocatedObject; readonly amounts: Amounts }[];
  /** Whether a DaemonSet has a pod on each node. */
  readonly hasDaemonSets: boolean;
}

export function demandOf(cluster: ClusterView, nodes: number | undefined): Demand {
  const countOf = podCounter(cluster, nodes);
  const shares: { located: LocatedObject; amounts: Amounts; most: Amounts }[] = [];
  for (const located of cluster.objects) {
    const pod = podSpecOf(located) ?? rolloutPod(located);
    const count = pod && countOf(located);
    if (pod === undefined || count === undefined) continue;
    const { cpu, memory } = podRequests(pod);
    const times = (pods: number): Amounts => ({ cpu: cpu * pods, memory: memory * pods, pods });
    shares.push({ located, amounts: times(count.least), most: times(count.most) });
  }
  return {
    least: total(shares.map(({ amounts }) => amounts)),
    most: total(shares.map(({ most }) => most)),
    shares,
    hasDaemonSets: shares.some(({ located }) => located.object.kind === 'DaemonSet'),
  };
}

function total(amounts: readonly Amounts[]): Amounts {
  const sum = (of: keyof Amounts) => amounts.reduce((before, one) => before + one[of], 0);
  return { cpu: sum('cpu'), memory: sum('memory'), pods: sum('pods') };
}

/** An Argo Rollout holds its pods where a Deployment does. */
function rolloutPod({ object }: LocatedObject): PodSpec | undefined {
  const spec = fieldAt(object, 'spec', 'template', 'spec');
  if (object.kind !== 'Rollout' || !isRecord(spec)) return undefined;
  return {
    spec,
    pointer: '/spec/template/spec',
    labels: recordAt(object, 'spec', 'template', 'metadata', 'labels'),
  };
}
