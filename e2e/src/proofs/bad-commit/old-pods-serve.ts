import { describeObject, objectId, type KubernetesObject, type Placement } from '@seatrial/compiler';
import { wait } from '../../run/wait.ts';
import { field, numberAt } from '../../trial/field.ts';
import type { Trial } from '../../trial/trial.ts';
import { refOf } from '../engine/ref-of.ts';

/** Waits until the Deployment has a pod of the new image. */
export async function rolledOut(
  trial: Trial,
  { cluster }: Placement,
  deployment: KubernetesObject,
): Promise<void> {
  await wait(trial.run, {
    awaited: `${describeObject(objectId(deployment))} has a pod of the new image`,
    within: 90,
    look: async () => {
      const live = await trial.cluster(cluster).kubernetes.get(refOf(deployment));
      const updated = numberAt(live, 'status', 'updatedReplicas') ?? 0;
      const isNew = image(live) !== image(deployment);
      const isSeen = numberAt(live, 'status', 'observedGeneration') === field(live, 'metadata', 'generation');
      return isNew && isSeen && updated > 0
        ? { met: true, value: undefined }
        : { met: false, seen: `${image(live) ?? 'nothing'}, ${updated} new pods` };
    },
  });
}

/** What is to be said against it that the old pods still serve, as many as a rollout has to leave. */
export async function againstOldPods(
  trial: Trial,
  { cluster }: Placement,
  deployment: KubernetesObject,
): Promise<string | undefined> {
  const live = await trial.cluster(cluster).kubernetes.get(refOf(deployment));
  const [wanted, available] = [numberAt(live, 'spec', 'replicas') ?? 1, availableIn(live)];
  const floor = wanted - unavailableAllowed(live, wanted);
  return available >= floor
    ? undefined
    : `${describeObject(objectId(deployment))} has ${available} pods that serve; the old ones had to leave ${floor}`;
}

function availableIn(live: KubernetesObject | undefined): number {
  return numberAt(live, 'status', 'availableReplicas') ?? 0;
}

/** As the API server rounds it: down. Source: Kubernetes API reference, `maxUnavailable` of a rolling update. */
function unavailableAllowed(live: KubernetesObject | undefined, replicas: number): number {
  const allowed = field(live, 'spec', 'strategy', 'rollingUpdate', 'maxUnavailable');
  if (typeof allowed === 'number') return allowed;
  const percent = typeof allowed === 'string' ? Number(allowed.replace('%', '')) : 25;
  return Math.floor((replicas * percent) / 100);
}

function image(deployment: KubernetesObject | undefined): unknown {
  return field(deployment, 'spec', 'template', 'spec', 'containers', 0, 'image');
}
