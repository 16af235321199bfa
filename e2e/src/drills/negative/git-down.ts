import { Disproof, Infrastructure } from '../../run/outcome-errors.ts';
import { holds } from '../../run/wait.ts';
import type { Published } from '../../trial/trial.ts';
import { disturb, undo } from '../disturb.ts';
import type { DrillLog } from '../drill-log.ts';
import { failOver, resetLatch } from '../failover-drill.ts';
import { shortfall } from '../floors.ts';
import type { Ground } from '../ground.ts';
import { killed } from '../lose-cluster.ts';
import { returnOf } from '../return-drill.ts';
import type { TakeoverPlan } from '../takeover-plan.ts';

/** Seconds for which the drill has to stay in a safe state without git. */
const without = 2;
const away = 'the git server is away';

/** Git goes away together with the active cluster: the failover cannot be committed, and must wait with nobody serving twice. */
export async function gitDown(ground: Ground, log: DrillLog): Promise<void> {
  const { trial } = ground;
  const { git } = trial.lab;
  const { from } = ground.plan();
  const loss = killed(ground, from);
  resetLatch(ground, log);
  await failOver(ground, log, {
    injection: {
      what: `${loss.what}; ${away}`,
      async inject() {
        await disturb(ground, away, { begin: () => git.stop(), end: () => git.start() });
        await loss.inject();
      },
    },
    commit: (plan) => commitLate(ground, log, plan),
  });
  await returnOf(ground, from, log, loss.back);
}

async function commitLate(ground: Ground, log: DrillLog, plan: TakeoverPlan): Promise<Published> {
  const { trial } = ground;
  const { from, to, message, model } = plan;
  const refused = await trial.publish(message, model).then(
    () => undefined,
    (error: unknown) => {
      if (error instanceof Infrastructure) return error.message;
      throw error;
    },
  );
  if (refused === undefined) throw new Disproof('the failover commit was pushed although git was away');
  log.step(13, 'Git is away', `the failover commit cannot be pushed: ${refused.split('\n')[0] ?? refused}`);
  const against = await holds(trial.run, {
    claimed: 'the state without git is a safe one',
    seconds: without,
    changes: [ground.serving],
    look: () => unsafe(ground, plan),
  });
  if (against === undefined)
    log.step(
      13,
      'Safe state',
      `for ${without} s without git nobody is sent to ${from}, nobody to ${to}, the data keep their epoch, and ${to} keeps its pods`,
    );
  else log.against(`without git, ${against}`);
  await undo(ground, away);
  log.step(13, 'Git is back', 'the drill goes on where it stopped');
  return trial.publish(message, model);
}

function unsafe(
  { hosts, entry, data, serving }: Ground,
  { from, to, floor, epoch }: TakeoverPlan,
): string | undefined {
  for (const cluster of [from, to]) {
    const host = hosts.find((one) => entry.sends(one.host, cluster))?.host;
    if (host !== undefined) return `clients of ${host} are sent to ${cluster}`;
  }
  if (data.epoch >= epoch) return `the data have epoch ${data.epoch} already`;
  return floor.map((one) => shortfall(one, serving.workload(to, one))).find((short) => short !== undefined);
}
