import { isDeepStrictEqual } from 'node:util';
import { Disproof, NotProvenHere } from '../run/outcome-errors.ts';
import { wait } from '../run/wait.ts';
import { field } from '../trial/field.ts';
import { describeApplication } from '../trial/settle.ts';
import { wantedRevision } from '../trial/tree-revision.ts';
import type { Notes, Published } from '../trial/trial.ts';
import type { DrillLog } from './drill-log.ts';
import { promotionHook } from './epoch-in-git.ts';
import type { Ground } from './ground.ts';
import type { PromotionAttempt } from './promotions.ts';
import type { TakeoverPlan } from './takeover-plan.ts';

/** What the revert of a failover commit brought. */
export interface Rollback {
  readonly reverted: Published;
  /** The state of git that the failover commit had replaced. */
  readonly before: Published;
  /** The promotion that the revert brought along with its old epoch. */
  readonly stale: PromotionAttempt | undefined;
}

/**
 * Point 12: `git revert` of the failover commit. It brings the old epoch too, which the data must refuse; so a second
 * commit raises the epoch.
 */
export async function revertAndRaise(ground: Ground, log: DrillLog, plan: TakeoverPlan): Promise<Published> {
  const { trial, state, data } = ground;
  const before = failedOver(ground);
  const failover = trial.published.message;
  const reverted = await trial.revert(`Revert "${failover}"`);
  log.step(12, 'Revert', `the commit "${failover}" is reverted by git`);
  const stale = await staleAttempt(ground, plan);
  state.rollback = { reverted, before, stale };
  if (stale !== undefined)
    log.step(
      12,
      'Old epoch',
      `the hook that came back asks for epoch ${stale.epoch}; the data are at ${data.epoch} and ${stale.promotion.answer === 'refused' ? `refuse: ${stale.promotion.why}` : 'take it'}`,
      plan.to,
    );
  await syncEnds(ground, plan);
  return trial.publish(`${plan.model.name}: epoch ${plan.epoch}, the data go to ${plan.to}`, plan.model);
}

/** A commit that comes while a sync runs is no new one for Argo CD: it heals, and a heal runs no hooks. */
async function syncEnds({ trial }: Ground, { promoter }: TakeoverPlan): Promise<void> {
  await wait(trial.run, {
    awaited: `the sync of the reverted commit ends in ${promoter}`,
    within: 90,
    changes: trial.applicationChanges,
    look: () => {
      const application = trial.application(promoter);
      const wanted = wantedRevision(trial.placement(promoter), application, trial.published);
      const { operation, revision } = application;
      const ended = revision === wanted && operation?.revision === wanted && operation.phase !== 'Running';
      return ended && field(application.object, 'operation') === undefined
        ? { met: true, value: undefined }
        : { met: false, seen: describeApplication(application) };
    },
  });
}

/** @throws NotProvenHere where there is no failover commit */
export function failedOver({ state }: Ground): Published {
  if (state.beforeFailover === undefined)
    throw new NotProvenHere('no failover came to its end before, so there is no commit to revert');
  return state.beforeFailover;
}

/** The promotion that a sync of the reverted state runs; undefined when that state has no hook for it. */
async function staleAttempt(
  ground: Ground,
  { to, promoter }: TakeoverPlan,
): Promise<PromotionAttempt | undefined> {
  const { trial, promotions } = ground;
  const known = new Set(promotions.attempts.map(({ uid }) => uid));
  const carries = trial.placement(promoter).objects.some(({ component }) => component === promotionHook);
  if (!carries) return undefined;
  return wait(trial.run, {
    awaited: `the reverted commit runs its promotion on ${to}`,
    within: 60,
    changes: [promotions],
    look: () => {
      const attempt = promotions.attempts.find((one) => one.cluster === to && !known.has(one.uid));
      return attempt === undefined
        ? { met: false, seen: describeApplication(trial.application(promoter)) }
        : { met: true, value: attempt };
    },
  });
}

/** What has to hold of a rollback, in git and in both clusters. */
export async function rolledBack({ trial, state, pair }: Ground, notes: Notes): Promise<void> {
  const { rollback } = state;
  if (rollback === undefined) throw new NotProvenHere('no failover commit was reverted before');
  const { reverted, before, stale } = rollback;
  if (!isDeepStrictEqual(reverted.fleet, before.fleet))
    throw new Disproof('the revert of the failover commit is not what git had before that commit');
  notes.saw('the revert is, object by object, what git had before the failover commit');
  if (stale !== undefined && stale.promotion.answer !== 'refused')
    throw new Disproof(`the data took the old epoch ${stale.epoch} of the reverted commit`);
  if (stale !== undefined) notes.saw(`the old epoch ${stale.epoch} was refused`);
  const placements = trial.published.fleet.placements.filter(
    ({ cluster, sync }) => sync.automated && (cluster === pair.active || cluster === pair.standby),
  );
  const differences = await Promise.all(placements.map(({ name }) => trial.differences(name)));
  const [first] = differences.flat();
  if (first !== undefined) throw new Disproof(`after the rollback, ${first}`);
  notes.saw(`all ${placements.length} placements of ${pair.active} and ${pair.standby} are equal to git`);
}
