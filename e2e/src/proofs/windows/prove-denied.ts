import type { Placement } from '@seatrial/compiler';
import { Disproof } from '../../run/outcome-errors.ts';
import { short, wantedRevision } from '../../trial/tree-revision.ts';
import type { Notes, Trial } from '../../trial/trial.ts';
import { awaitApplication, operationMark } from '../engine/await-application.ts';
import { disturbance } from '../engine/disturbance.ts';
import { startSync } from '../engine/start-sync.ts';
import { deniedBy, type WindowState } from './with-windows.ts';

/** Seconds for which a window has to hold. */
const hold = 2;

/** A commit under a window that denies: seen and not synced; and a person may sync exactly where every such window lets them. */
export async function proveDenied(
  trial: Trial,
  placement: Placement,
  state: WindowState,
  notes: Notes,
): Promise<void> {
  const { published } = trial;
  const { name } = placement;
  const behind = await awaitApplication(trial, name, {
    awaited: 'shows that it is behind the commit',
    within: 60,
    met: (one) => one.sync === 'OutOfSync' && one.revision === wantedRevision(placement, one, published),
  });
  await undisturbed(trial, placement, operationMark(behind));
  notes.saw(`${state}: ${short(behind.revision)} shows as OutOfSync; no sync and no write for ${hold} s`);

  const denying = placement.windows.filter(({ kind }) => kind === deniedBy[state]);
  await startSync(trial, name);
  if (denying.every(({ manualSync }) => manualSync)) {
    await trial.settle({ placements: [name], within: 90 });
    notes.saw(`${state}: a sync started by hand goes through, as its windows allow`);
    return;
  }
  const blocked = await awaitApplication(trial, name, {
    awaited: 'says that a window blocks the sync',
    within: 15,
    met: ({ operation }) => operation?.message.includes('blocked by sync window') === true,
  });
  await undisturbed(trial, placement);
  notes.saw(`${state}: a sync started by hand waits too: ${blocked.operation?.message}`);
}

async function undisturbed(trial: Trial, placement: Placement, operation?: string): Promise<void> {
  const against = await disturbance(trial, placement, {
    seconds: hold,
    ...(operation === undefined ? {} : { operation }),
  });
  if (against !== undefined) throw new Disproof(`${against}, while a window denies it`);
}
