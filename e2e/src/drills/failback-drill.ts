import { Disproof } from '../run/outcome-errors.ts';
import { wait } from '../run/wait.ts';
import type { Published } from '../trial/trial.ts';
import { balance } from './balance.ts';
import type { DrillLog } from './drill-log.ts';
import { fence, liftFence } from './fence.ts';
import type { Ground } from './ground.ts';
import { everythingInForce } from './in-force.ts';
import { promoteAndServe } from './promote-and-serve.ts';
import { decideOn } from './situation.ts';
import { steadyState } from './steady-state.ts';
import type { TakeoverPlan } from './takeover-plan.ts';

/**
 * Point 11: the same steps the other way round, ordered by a person: nothing is lost, because the fence comes first and the
 * data are drained before anybody else may write them.
 * @param commit publishes the plan's model, in one commit or in several
 */
export async function failBack(
  ground: Ground,
  log: DrillLog,
  commit: (plan: TakeoverPlan) => Promise<Published>,
): Promise<void> {
  const { trial, data, state } = ground;
  const { clock } = trial.run;
  const plan = ground.plan();
  const { from, to, after } = plan;
  await steadyState(ground, plan, log);
  const reasons = await decideOn(ground, plan, { planned: true });
  if (reasons.length > 0) throw new Disproof(`the failback is refused: ${reasons.join('; ')}`);
  log.step(4, 'Decision', `a person orders it; ${to} is well`);

  const lostBefore = data.lost.length;
  const began = clock.now();
  await fence(ground, from, log);
  await drain(ground, to);
  log.measure('until the data were drained', clock.now() - began, 'ms');
  log.step(11, 'Drained', `${to} holds every write that was acknowledged`, to);
  const served = await promoteAndServe(ground, plan, log, () => commit(plan));
  log.measure('from the fence to serving', served.at - began, 'ms');
  await everythingInForce(ground, plan, log);
  await liftFence(ground, from);
  const stoodBy = after.from.map(({ name }) => name);
  await trial.refresh({ applications: stoodBy });
  await trial.settle({ placements: stoodBy });
  log.measure('from the fence to both clusters in their roles', clock.now() - began, 'ms');
  log.step(11, 'Failback', `${to} is active again, ${from} stands by`);
  state.latched = false;
  balance(ground, log, { from: began, lostBefore, lossAllowed: 0 });
  ground.entry.withdraw(from);
}

/** With the fence left out the writer goes on, and there is nothing to wait for. */
async function drain({ trial, data }: Ground, to: string): Promise<void> {
  if (trial.faults.has('fence-skipped')) return;
  await wait(trial.run, {
    awaited: `${to} has every write`,
    within: 10,
    look: () => {
      const { writes } = data.behind(to, trial.run.clock.now());
      return writes === 0
        ? { met: true, value: undefined }
        : { met: false, seen: `${writes} writes have not arrived` };
    },
  });
}
