import { wait } from '../run/wait.ts';
import { short } from '../trial/tree-revision.ts';
import type { DrillLog } from './drill-log.ts';
import type { Ground } from './ground.ts';
import { missingPods } from './standby-facts.ts';
import type { TakeoverPlan } from './takeover-plan.ts';

/** Where a drill starts: the active cluster serves through the entry, the standby is as large as declared, both at one commit. */
export async function steadyState(ground: Ground, plan: TakeoverPlan, log: DrillLog): Promise<void> {
  const { trial, serving, hosts } = ground;
  const { from, to, before, floor } = plan;
  const both = [...before.from, ...before.to].map(({ name }) => name);
  await trial.settle({ placements: both });
  await wait(trial.run, {
    awaited: `${from} serves, and ${to} stands by`,
    within: 60,
    changes: [serving],
    async look() {
      const missing = [...unmet(ground, plan), ...(await missingPods(trial.cluster(to).kubernetes, floor))];
      return missing.length === 0
        ? { met: true, value: undefined }
        : { met: false, seen: missing.join('; ') };
    },
  });
  const pods = floor.reduce((sum, floorOfOne) => sum + floorOfOne.pods, 0);
  const revisions = new Set(both.map((name) => short(trial.application(name).revision)));
  log.step(
    1,
    'Steady state',
    `${from} serves ${hosts.map(({ host }) => host).join(' and ')}, ${to} stands by with ${pods} pods, both at ${[...revisions].join(' and ')}`,
  );
}

function unmet({ serving, hosts, data, detector }: Ground, { from, to }: TakeoverPlan): string[] {
  return [
    ...hosts
      .filter(({ host }) => !serving.serves(from, host))
      .map(({ host }) => `${from} does not serve ${host}`),
    ...[from, to]
      .filter((cluster) => detector(cluster).presence.state === 'lost')
      .map((cluster) => `the detector does not reach ${cluster}`),
    ...(data.writer === from ? [] : [`the data are written by ${data.writer}`]),
  ];
}
