import { Disproof } from '../../run/outcome-errors.ts';
import { wait } from '../../run/wait.ts';
import { describeApplication, lookAtStatus } from '../../trial/settle.ts';
import type { Notes, Trial } from '../../trial/trial.ts';
import { waitsForAPerson } from '../engine/in-step.ts';
import { startSync } from '../engine/start-sync.ts';

/** Waits until a placement is what the revert says, live objects too. */
export async function asBefore(trial: Trial, name: string, notes: Notes): Promise<void> {
  const { sync } = await wait(trial.run, {
    awaited: `${name} has taken in the revert`,
    within: 90,
    changes: trial.applicationChanges,
    look: () => {
      const one = trial.application(name);
      return lookAtStatus(trial.placement(name), one, trial.published).met || waitsForAPerson(trial, one)
        ? { met: true, value: one }
        : { met: false, seen: describeApplication(one) };
    },
  });
  const isShowing = waitsForAPerson(trial, trial.application(name));
  if (isShowing && sync === 'Synced') await nothingLeft(trial, name);
  if (isShowing) {
    notes.saw(
      sync === 'Synced'
        ? 'nothing has to be synced, so the failed sync goes on showing until a person starts another'
        : 'Argo CD saw the revert while the bad sync was still at it, and does not sync it by itself: a person has to',
    );
    await startSync(trial, name);
  }
  await trial.settle({ placements: [name], within: 90 });
  notes.saw('reverted: synced, healthy and equal to what was before');
}

/** Before a person syncs anything: the bad commit left nothing behind. */
async function nothingLeft(trial: Trial, name: string): Promise<void> {
  const [difference] = await trial.differences(name);
  if (difference !== undefined) throw new Disproof(`after the revert, ${difference}`);
}
