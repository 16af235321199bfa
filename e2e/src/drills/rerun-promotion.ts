import { wait } from '../run/wait.ts';
import { startSync } from '../proofs/engine/start-sync.ts';
import type { DrillLog } from './drill-log.ts';
import type { Ground } from './ground.ts';
import type { TakeoverPlan } from './takeover-plan.ts';

/** Syncs once more by hand, so that the hook runs a second time: a promotion that is repeated must change nothing. */
export async function rerunPromotion(ground: Ground, plan: TakeoverPlan, log: DrillLog): Promise<void> {
  const { trial, promotions, data } = ground;
  const { to, epoch, promoter } = plan;
  const before = { writer: data.writer, epoch: data.epoch, lost: data.lost.length };
  const seen = new Set(promotions.attempts.map(({ uid }) => uid));
  await startSync(trial, promoter);
  const again = await wait(trial.run, {
    awaited: `the promotion of epoch ${epoch} runs a second time on ${to}`,
    within: 60,
    changes: [promotions],
    look: () => {
      const attempt = promotions.attempts.find((one) => one.cluster === to && !seen.has(one.uid));
      return attempt === undefined
        ? { met: false, seen: 'no second Job has succeeded' }
        : { met: true, value: attempt };
    },
  });
  if (
    again.promotion.answer !== 'already' ||
    data.lost.length !== before.lost ||
    data.writer !== before.writer
  )
    log.against(
      `a second run of the promotion of epoch ${epoch} changed the data: it answered "${again.promotion.answer}"`,
    );
  else
    log.step(
      6,
      'Promotion again',
      `Job ${again.uid.slice(0, 8)} promotes epoch ${epoch} a second time, and nothing changes`,
      to,
    );
  await trial.settle({ placements: [promoter] });
}
