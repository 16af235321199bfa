import { describeObject, objectId, type KubernetesObject, type ResolvedFleet } from '@seatrial/compiler';
import type { Kubernetes } from '../../kubernetes/kubernetes.ts';
import type { Run } from '../../run/run.ts';
import { wait } from '../../run/wait.ts';
import { placementObjects } from '../../trial/differences/placement-objects.ts';
import { field, listAt } from '../../trial/field.ts';
import { refOf } from '../engine/ref-of.ts';

/** Waits until Gatekeeper works with every template and constraint of the cluster as they are now: it takes them in one by one. */
export async function gatekeeperReady(run: Run, kubernetes: Kubernetes, fleet: ResolvedFleet): Promise<void> {
  const policies = fleet.placements
    .filter(({ cluster }) => cluster === kubernetes.name)
    .flatMap(placementObjects)
    .filter(({ apiVersion }) => /^(templates|constraints)\.gatekeeper\.sh\//u.test(apiVersion));
  await wait(run, {
    awaited: `Gatekeeper of ${kubernetes.name} has taken in ${policies.length} templates and constraints`,
    within: 40,
    look: async () => {
      const live = await Promise.all(policies.map((policy) => kubernetes.get(refOf(policy))));
      const late = policies.filter((_policy, index) => !isTakenIn(live[index]));
      return late.length === 0
        ? { met: true, value: undefined }
        : { met: false, seen: late.map((one) => describeObject(objectId(one))).join(', ') };
    },
  });
}

function isTakenIn(policy: KubernetesObject | undefined): boolean {
  const pods = listAt(policy, 'status', 'byPod');
  const generation = field(policy, 'metadata', 'generation');
  return pods.length > 0 && pods.every((pod) => field(pod, 'observedGeneration') === generation);
}
