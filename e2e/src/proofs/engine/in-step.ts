import { Disproof } from '../../run/outcome-errors.ts';
import { wait, type Look } from '../../run/wait.ts';
import { rootsSynced } from '../../trial/roots-synced.ts';
import { describeApplication, lookAtStatus } from '../../trial/settle.ts';
import { wantedRevision } from '../../trial/tree-revision.ts';
import type { Application, Trial } from '../../trial/trial.ts';
import { idleWatch } from './idle-watch.ts';
import { startSync } from './start-sync.ts';

/**
 * Waits until Argo CD says that the roots and all automated placements are synced to what is published, and healthy. Live
 * objects are not compared, other than by `settle`: this is for the way back from a claim, never for a claim of equality.
 */
export async function allInStep(trial: Trial, within: number): Promise<void> {
  // First the roots: until they are synced, an Application may still be in step with what it was before.
  await rootsSynced(trial, within);
  const automated = trial.published.fleet.placements.filter(({ sync }) => sync.automated);
  const ended = await Promise.allSettled(automated.map(({ name }) => inStep(trial, name, within)));
  const failed = ended.find((one) => one.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
}

/**
 * The same for one placement whose Application is as it is in git. True: a sync by hand was needed for it.
 * @throws Disproof where Argo CD sees something to do and does nothing
 */
export async function inStep(trial: Trial, name: string, within: number): Promise<boolean> {
  const awaiting = (look: (one: Application) => Look<boolean>): Promise<boolean> =>
    wait(trial.run, {
      awaited: `${name} is synced to what was pushed, and healthy`,
      within,
      changes: trial.applicationChanges,
      look: () => look(trial.application(name)),
    });
  const isIdle = idleWatch(trial, name);
  const isDone = (one: Application): boolean => lookAtStatus(trial.placement(name), one, trial.published).met;
  const failed = await awaiting((one) => {
    if (isDone(one)) return { met: true, value: false };
    if (waitsForAPerson(trial, one)) return { met: true, value: true };
    const seen = describeApplication(one);
    if (isIdle()) throw new Disproof(`nothing is done about ${name}: ${seen}`);
    return { met: false, seen };
  });
  if (!failed) return false;
  await startSync(trial, name);
  return awaiting((one) =>
    isDone(one) ? { met: true, value: true } : { met: false, seen: describeApplication(one) },
  );
}

/**
 * Argo CD has compared the commit, its last sync is one of another commit that failed, and it starts no other: because
 * there is nothing to sync, or because it saw the commit while that sync was still running, and with
 * `manifest-generate-paths` then counts it as tried. Source: autoSync and alreadyAttemptedSync in
 * controller/appcontroller.go of Argo CD 3.4.
 */
export function waitsForAPerson(trial: Trial, one: Application): boolean {
  const { placement = '', sync, health, revision, operation, conditions } = one;
  if (operation?.phase !== 'Failed' && operation?.phase !== 'Error') return false;
  if (revision !== wantedRevision(trial.placement(placement), one, trial.published)) return false;
  return sync === 'Synced' ? health === 'Healthy' : conditions.some(({ type }) => type === 'SyncError');
}
