import { describeObject, objectId, type KubernetesObject } from '@seatrial/compiler';
import { ApiError, type Kubernetes } from '../../kubernetes/kubernetes.ts';
import type { Run } from '../../run/run.ts';
import { wait } from '../../run/wait.ts';
import { field, listAt, textAt } from '../../trial/field.ts';
import type { Notes } from '../../trial/trial.ts';
import { refOf } from '../engine/ref-of.ts';
import type { Constraint } from './constraints.ts';

/**
 * A controller's pods are refused where nobody looks: its ReplicaSet says so, not whoever applied it (gatekeeper#1167). A
 * ReplicaSet of the pod is made for real, and deleted again.
 */
export async function provePodsRefused(
  run: Run,
  kubernetes: Kubernetes,
  { constraint, pod, notes }: { constraint: Constraint; pod: KubernetesObject; notes: Notes },
): Promise<void> {
  const replicas = replicaSetOf(pod, constraint.name);
  try {
    await kubernetes.create(replicas);
  } catch (error) {
    if (!(error instanceof ApiError) || !error.message.includes(`[${constraint.name}]`)) throw error;
    notes.saw(`already the ReplicaSet is refused: ${error.message}`);
    return;
  }
  try {
    const message = await wait(run, {
      awaited: `${describeObject(objectId(replicas))} says that ${constraint.name} refuses its pods`,
      within: 20,
      look: async () => {
        const live = await kubernetes.get(refOf(replicas));
        const failure = listAt(live, 'status', 'conditions').find(
          (condition) => textAt(condition, 'type') === 'ReplicaFailure',
        );
        const said = textAt(failure, 'message') ?? '';
        return said.includes(`[${constraint.name}]`)
          ? { met: true, value: said }
          : { met: false, seen: said === '' ? `${String(field(live, 'status', 'replicas'))} pods` : said };
      },
    });
    notes.saw(`a ReplicaSet is let in, and gets no pod: ${message}`);
  } finally {
    await kubernetes.delete(refOf(replicas));
  }
}

/** With a label that no other selector has: it must adopt nothing and serve nothing. */
function replicaSetOf(pod: KubernetesObject, constraint: string): KubernetesObject {
  const { name, namespace, labels } = pod.metadata;
  const own = { 'seatrial/probe': constraint };
  return {
    apiVersion: 'apps/v1',
    kind: 'ReplicaSet',
    metadata: {
      name: `${name}-${constraint}`.slice(0, 50),
      ...(namespace === undefined ? {} : { namespace }),
    },
    spec: {
      replicas: 1,
      selector: { matchLabels: own },
      template: { metadata: { labels: { ...labels, ...own } }, spec: pod['spec'] },
    },
  };
}
