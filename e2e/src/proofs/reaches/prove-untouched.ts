import type { Placement } from '@seatrial/compiler';
import { Disproof } from '../../run/outcome-errors.ts';
import { wantedRevision } from '../../trial/tree-revision.ts';
import type { Notes, Published, Trial } from '../../trial/trial.ts';
import { awaitApplication } from '../engine/await-application.ts';
import { disturbance } from '../engine/disturbance.ts';
import { shortCommit } from './prove-reached.ts';

/** Seconds in which nothing may happen after Argo CD has seen the commit. */
const hold = 2;

/** A commit that changes other placements: Argo CD has seen it, and neither synced nor wrote anything. */
export async function proveUntouched(
  trial: Trial,
  placement: Placement,
  { operation: before, after }: { operation: string; after: Published },
  notes: Notes,
): Promise<void> {
  await awaitApplication(trial, placement.name, {
    awaited: `has compared itself with ${shortCommit(after, placement)}`,
    within: 60,
    met: (one) => one.revision === wantedRevision(placement, one, after) && one.sync === 'Synced',
  });
  const against = await disturbance(trial, placement, { seconds: hold, operation: before });
  if (against !== undefined)
    throw new Disproof(`${against}, although ${shortCommit(after, placement)} changes other placements only`);
  notes.saw(`${shortCommit(after, placement)} was compared; no sync, no write for ${hold} s after`);
}
