import { recordAt } from '../../json/fields.ts';
import { containersOf, type PodSpec } from '../../rendered/pod-spec.ts';
import { numberOf } from './quantity.ts';

/** What one pod takes of a node, in cores and bytes. */
export interface PodRequests {
  readonly cpu: number;
  readonly memory: number;
}

/**
 * What the scheduler sets aside for a pod: the containers together, or the largest moment while they are initialised,
 * and the overhead. A sidecar is an init container that stays. A container without a request asks for its limit.
 * Source: kubernetes.io/docs/concepts/workloads/pods/sidecar-containers, "Resource sharing within containers".
 */
export function podRequests(pod: PodSpec): PodRequests {
  return { cpu: sum(pod, 'cpu'), memory: sum(pod, 'memory') };
}

function sum(pod: PodSpec, resource: 'cpu' | 'memory'): number {
  let running = 0;
  let sidecars = 0;
  let highest = 0;
  for (const { container, list } of containersOf(pod)) {
    const requested = requestOf(container, resource);
    if (list === 'containers') running += requested;
    if (list !== 'initContainers') continue;
    if (container['restartPolicy'] === 'Always') {
      sidecars += requested;
      highest = Math.max(highest, sidecars);
    } else highest = Math.max(highest, sidecars + requested);
  }
  const overhead = numberOf(recordAt(pod.spec, 'overhead')[resource]) ?? 0;
  return Math.max(running + sidecars, highest) + overhead;
}

function requestOf(container: Readonly<Record<string, unknown>>, resource: string): number {
  const requested = recordAt(container, 'resources', 'requests')[resource];
  return numberOf(requested ?? recordAt(container, 'resources', 'limits')[resource]) ?? 0;
}
