import { refOf } from '../proofs/engine/ref-of.ts';
import { wait } from '../run/wait.ts';
import type { Ground } from './ground.ts';

/** What serves or writes, and what would bring it back; deleted in this order, as the recovery runbook does it. */
const stopped = ['HorizontalPodAutoscaler', 'CronJob', 'Deployment', 'StatefulSet'];

/**
 * Deletes what the fleet runs on a cluster, and waits until nothing of it answers for a public host. Argo CD makes it again
 * from git when it is let. Workloads of charts stay: the model does not know them.
 */
export async function stopWorkloads(ground: Ground, cluster: string): Promise<number> {
  const { trial, serving, hosts } = ground;
  const { kubernetes } = trial.cluster(cluster);
  const objects = trial.published.fleet.placements
    .filter((placement) => placement.cluster === cluster)
    .flatMap((placement) => placement.objects.map(({ object }) => object))
    .filter(({ kind }) => stopped.includes(kind))
    .sort((one, other) => stopped.indexOf(one.kind) - stopped.indexOf(other.kind));
  for (const kind of stopped)
    await Promise.all(
      objects.filter((object) => object.kind === kind).map((object) => kubernetes.delete(refOf(object))),
    );
  await wait(trial.run, {
    awaited: `nothing on ${cluster} answers for a public host`,
    within: 60,
    changes: [serving],
    look: () => {
      const answering = hosts.filter(({ host }) => serving.answers(cluster, host)).map(({ host }) => host);
      return answering.length === 0
        ? { met: true, value: undefined }
        : { met: false, seen: `${answering.join(', ')} still has ready endpoints there` };
    },
  });
  return objects.length;
}
