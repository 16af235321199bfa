import { wait } from '../../run/wait.ts';
import { disturb, undo } from '../disturb.ts';
import type { DrillLog } from '../drill-log.ts';
import { detectLoss } from '../failover-drill.ts';
import type { Ground } from '../ground.ts';
import { freeze, thaw } from '../lose-cluster.ts';
import { decideOn } from '../situation.ts';
import { breaksOf, type Break } from './breaks.ts';

/**
 * Breaks the standby in every way, one after the other: each is refused, for its own reason. The first is refused also
 * while the active cluster is really lost: nothing is better than the wrong thing.
 */
export async function brokenStandby(ground: Ground, log: DrillLog): Promise<void> {
  const { trial, entry, hosts } = ground;
  const plan = ground.plan();
  const { from, to } = plan;
  const { commits } = trial.published;
  for (const [index, each] of breaksOf(ground, plan).entries()) {
    await disturb(ground, each.what, each);
    refused(log, each, await decideOn(ground, plan, { planned: true }));
    if (index === 0) {
      const frozen = trial.run.clock.now();
      await freeze(ground, from);
      await detectLoss(ground, from, log, frozen);
      refused(log, each, await decideOn(ground, plan, { planned: false }));
      await thaw(ground, from);
    }
    await undo(ground, each.what);
  }
  await wait(trial.run, {
    awaited: `a switchover to ${to} may begin again`,
    within: 60,
    async look() {
      const reasons = await decideOn(ground, plan, { planned: true });
      return reasons.length === 0
        ? { met: true, value: undefined }
        : { met: false, seen: reasons.join('; ') };
    },
  });
  log.step(4, 'Decision', `with ${to} whole again, a switchover may begin`);
  const moved = hosts.filter(({ host }) => !entry.sends(host, from) || entry.sends(host, to));
  if (moved.length > 0)
    log.against(`clients of ${moved.map(({ host }) => host).join(', ')} were sent elsewhere`);
  if (trial.published.commits !== commits) log.against('there was a commit');
}

function refused(log: DrillLog, { what, reason }: Break, reasons: readonly string[]): void {
  log.step(13, 'Broken standby', what);
  if (!reasons.some((one) => one.includes(reason)))
    log.against(
      `${what}, and the decision was ${reasons.length === 0 ? 'to go' : `refused only because ${reasons.join('; ')}`}`,
    );
  else log.step(4, 'Decision', `no: ${reasons.join('; ')}`);
}
