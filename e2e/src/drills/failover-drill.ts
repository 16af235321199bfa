import { Disproof } from '../run/outcome-errors.ts';
import { wait } from '../run/wait.ts';
import type { Published } from '../trial/trial.ts';
import { balance } from './balance.ts';
import { probeInterval, probeTimeout, stubbornness } from './detector.ts';
import type { DrillLog } from './drill-log.ts';
import { fence } from './fence.ts';
import { lossAllowed, type Ground } from './ground.ts';
import { everythingInForce } from './in-force.ts';
import { promoteAndServe } from './promote-and-serve.ts';
import { rerunPromotion } from './rerun-promotion.ts';
import { decideOn } from './situation.ts';
import { steadyState } from './steady-state.ts';
import type { TakeoverPlan } from './takeover-plan.ts';
import { argoCdSays } from './argo-cd-says.ts';

/** What happens to the active cluster. */
export interface Injection {
  /** `the API server is killed, and with it the region`. */
  readonly what: string;
  inject(): Promise<void>;
}

/** How one failover differs from the usual one. */
export interface FailoverOptions {
  readonly injection: Injection;
  /** How the failover commit comes to be pushed. */
  readonly commit?: (plan: TakeoverPlan) => Promise<Published>;
}

/**
 * One unplanned failover, point by point of the checklist (1 to 9): steady state, injection, detection, decision, fence,
 * promotion, sync, entry, balance.
 */
export async function failOver(ground: Ground, log: DrillLog, options: FailoverOptions): Promise<void> {
  const { trial, data, state } = ground;
  const { clock } = trial.run;
  const plan = ground.plan();
  const { from, to } = plan;
  await steadyState(ground, plan, log);

  const lostBefore = data.lost.length;
  const injected = clock.now();
  await options.injection.inject();
  log.step(2, 'Injection', options.injection.what, from);

  await detectLoss(ground, from, log, injected);
  const begun = clock.now();
  const reasons = await decideOn(ground, plan, { planned: false });
  log.measure('decision', clock.now() - begun, 'ms');
  if (reasons.length > 0) throw new Disproof(`the failover is refused: ${reasons.join('; ')}`);
  log.step(
    4,
    'Decision',
    `go: ${to} is well, has its pods, secrets and policies, and its data are young enough`,
  );

  await fence(ground, from, log);
  state.beforeFailover = trial.published;
  const served = await promoteAndServe(ground, plan, log, () =>
    options.commit === undefined ? trial.publish(plan.message, plan.model) : options.commit(plan),
  );
  state.latched = true;
  log.measure('from the commit to promoted data', served.promoted.at - served.committed, 'ms');
  log.measure('from the commit to serving', served.at - served.committed, 'ms');
  log.measure('from the loss to serving', served.at - injected, 'ms');
  await everythingInForce(ground, plan, log);
  log.measure('from the loss to everything in force', clock.now() - injected, 'ms');
  argoCdSays(ground, from, log, injected);
  balance(ground, log, { from: injected, lostBefore, lossAllowed });
}

/** A failover after which the promotion is run a second time. */
export async function failOverAndRepeat(
  ground: Ground,
  log: DrillLog,
  options: FailoverOptions,
): Promise<void> {
  const plan = ground.plan();
  await failOver(ground, log, options);
  await rerunPromotion(ground, plan, log);
}

/** What a person does who has looked into the last failover: from now on the drill may act by itself again. */
export function resetLatch({ state }: Ground, log: DrillLog): void {
  if (!state.latched) return;
  state.latched = false;
  log.step(1, 'Latch', 'a person has looked into the last failover, and resets the latch');
}

/** Point 3. The bound is known beforehand: so many probes, each with its time-out. */
export async function detectLoss(
  { trial, detector }: Ground,
  cluster: string,
  log: DrillLog,
  injected: number,
): Promise<void> {
  const watching = detector(cluster);
  await wait(trial.run, {
    awaited: `the detector misses ${cluster} ${stubbornness.misses} times in a row`,
    within: 30,
    changes: [watching],
    look: () =>
      watching.presence.state === 'lost'
        ? { met: true, value: undefined }
        : { met: false, seen: `missed ${watching.presence.missed} times` },
  });
  const after = trial.run.clock.now() - injected;
  log.measure('detection', after, 'ms');
  log.step(
    3,
    'Detection',
    `lost after ${Math.round(after)} ms: ${stubbornness.misses} probes in a row without an answer, one every ${probeInterval} ms or after ${probeTimeout} ms of silence`,
    cluster,
  );
}
