import { Disproof } from '../run/outcome-errors.ts';
import { wait } from '../run/wait.ts';
import { describeApplication } from '../trial/settle.ts';
import { short, wantedRevision } from '../trial/tree-revision.ts';
import type { Application, Published } from '../trial/trial.ts';
import { numberAt } from '../trial/field.ts';
import type { DrillLog } from './drill-log.ts';
import type { Ground } from './ground.ts';
import type { PromotionAttempt } from './promotions.ts';
import type { TakeoverPlan } from './takeover-plan.ts';

/** When the parts of a takeover had happened, on the run's clock. */
export interface Served {
  readonly committed: number;
  readonly promoted: PromotionAttempt;
  /** Clients are served by the new active cluster. */
  readonly at: number;
}

/** From the failover commit to clients that are served: promotion of the data, sync, health gate, entry, probe. */
export async function promoteAndServe(
  ground: Ground,
  plan: TakeoverPlan,
  log: DrillLog,
  commit: () => Promise<Published>,
): Promise<Served> {
  const { trial, entry, hosts, state } = ground;
  const { to, epoch, message } = plan;
  const published = await commit();
  const committed = trial.run.clock.now();
  const commits = [...new Set(Object.values(published.commits))].map(short).join(' and ');
  log.step(6, 'Commit', `${commits} "${published.message}" is pushed: the roles exchanged, epoch ${epoch}`);
  state.active = to;

  const promoted = await awaitPromotion(ground, plan);
  log.step(
    6,
    'Promotion of the data',
    `Job ${promoted.uid.slice(0, 8)} succeeded; ${to} is the writer of epoch ${epoch}`,
    to,
  );
  await awaitSize(ground, plan);
  log.step(
    7,
    'Sync',
    `${to} is synced for "${message}", and all that is behind the public hosts is ready`,
    to,
  );

  for (const { host } of hosts) entry.send(host, to);
  await wait(trial.run, {
    awaited: `${to} serves every public host through the entry`,
    within: 30,
    changes: [ground.serving],
    look: () => {
      const silent = hosts.filter(({ host }) => !ground.serving.serves(to, host)).map(({ host }) => host);
      return silent.length === 0
        ? { met: true, value: undefined }
        : { met: false, seen: `${silent.join(', ')} is not served` };
    },
  });
  const at = trial.run.clock.now();
  log.step(8, 'Entry', `the entry sends clients to ${to}, which serves every public host`, to);
  return { committed, promoted, at };
}

/** @throws Disproof when Argo CD is through with the sync and no promotion was asked for */
async function awaitPromotion(ground: Ground, plan: TakeoverPlan): Promise<PromotionAttempt> {
  const { trial, promotions } = ground;
  const { to, epoch, promoter } = plan;
  let through: number | undefined;
  return wait(trial.run, {
    awaited: `the hook of ${promoter} promotes the data to epoch ${epoch} on ${to}`,
    within: 90,
    changes: [promotions, ...trial.applicationChanges],
    look: () => {
      const attempt = promotions.attempts.find((one) => one.cluster === to && one.epoch === epoch);
      if (attempt?.promotion.answer === 'promoted') return { met: true, value: attempt };
      if (attempt !== undefined)
        throw new Disproof(
          `the data refused epoch ${epoch} of ${to}: ${'why' in attempt.promotion ? attempt.promotion.why : 'it was there before'}`,
        );
      const application = trial.application(promoter);
      if (!isThrough(ground, promoter, application)) through = undefined;
      else through ??= trial.run.clock.now();
      // What the two clusters tell does not arrive in the order in which it happened.
      if (through !== undefined && trial.run.clock.now() - through > 2000)
        throw new Disproof(
          `${promoter} is synced to the failover commit, and its hook never promoted the data`,
        );
      return { met: false, seen: describeApplication(application) };
    },
  });
}

/**
 * The health gate.
 * @throws Disproof when Argo CD calls a workload synced and healthy that is smaller than the model says
 */
async function awaitSize(ground: Ground, plan: TakeoverPlan): Promise<void> {
  const { trial, serving, hosts } = ground;
  const { to, promoter, size } = plan;
  const floors = size.filter(({ autoscaled }) => !autoscaled);
  await wait(trial.run, {
    awaited: `${to} has all pods of an active cluster, and answers for the public hosts`,
    within: 90,
    changes: [serving, ...trial.applicationChanges],
    look: () => {
      const silent = hosts
        .filter(({ host }) => !serving.answers(to, host))
        .map(({ host }) => `nothing answers for ${host}`);
      const short = floors.flatMap((floor) => {
        const live = serving.workload(to, floor);
        const ready = numberAt(live, 'status', 'readyReplicas') ?? 0;
        return ready >= floor.pods ? [] : [{ floor, ready, asked: numberAt(live, 'spec', 'replicas') ?? 0 }];
      });
      if (silent.length + short.length === 0) return { met: true, value: undefined };
      const seen = short.map(
        ({ floor, ready }) =>
          `${floor.kind} ${floor.namespace}/${floor.name} has ${ready} of ${floor.pods} pods`,
      );
      const application = trial.application(promoter);
      const settled = isThrough(ground, promoter, application) && application.health === 'Healthy';
      if (settled && silent.length === 0 && short.every(({ floor, asked }) => asked < floor.pods))
        throw new Disproof(`${promoter} is synced and healthy on ${to}, yet ${seen.join('; ')}`);
      return { met: false, seen: [...silent, ...seen].join('; ') };
    },
  });
}

/** Argo CD says that the sync of what is published has succeeded. */
function isThrough({ trial }: Ground, placement: string, application: Application): boolean {
  const wanted = wantedRevision(trial.placement(placement), application, trial.published);
  const { sync, revision, operation } = application;
  return (
    sync === 'Synced' &&
    revision === wanted &&
    operation?.phase === 'Succeeded' &&
    operation.revision === wanted
  );
}
