import { wait } from '../run/wait.ts';
import type { DrillLog } from './drill-log.ts';
import type { Ground } from './ground.ts';
import { missingPods, missingSecrets, policiesNotInForce } from './standby-facts.ts';
import type { TakeoverPlan } from './takeover-plan.ts';

/** After a takeover: the whole size of an active cluster with what autoscalers add, the secrets, the policies, and equality with git. */
export async function everythingInForce(ground: Ground, plan: TakeoverPlan, log: DrillLog): Promise<void> {
  const { trial, serving } = ground;
  const { to, after, size } = plan;
  const { kubernetes } = trial.cluster(to);
  await wait(trial.run, {
    awaited: `${to} is as large as an active cluster`,
    within: 90,
    changes: [serving],
    async look() {
      const short = await missingPods(kubernetes, size);
      return short.length === 0 ? { met: true, value: undefined } : { met: false, seen: short.join('; ') };
    },
  });
  const pods = size.reduce((sum, floor) => sum + floor.pods, 0);
  log.step(
    7,
    'Size',
    `${size.length} workloads with ${pods} pods are ready, as many as the model gives to an active cluster`,
    to,
  );
  const [secrets, policies] = await Promise.all([
    missingSecrets(kubernetes, after.to),
    policiesNotInForce(ground, to),
  ]);
  for (const against of [...secrets, ...policies]) log.against(against);
  if (secrets.length + policies.length === 0)
    log.step(7, 'Secrets and policies', `every secret is there, and what the policies forbid is refused`, to);
  await trial.settle({ placements: after.to.map(({ name }) => name) });
  log.step(7, 'Equal to git', `all ${after.to.length} placements of ${to} are synced, healthy and equal`, to);
}
