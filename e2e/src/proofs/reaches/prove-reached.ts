import type { Placement, Plan } from '@seatrial/compiler';
import { Disproof } from '../../run/outcome-errors.ts';
import { awaitStatus } from '../../trial/settle.ts';
import type { Notes, Published, Trial } from '../../trial/trial.ts';
import { writesSince } from '../changes/object-writes.ts';
import { settleOrDisprove } from '../syncs/settle-or-disprove.ts';
import { isHook } from '../../trial/differences/placement-objects.ts';
import { plannedChanges } from '../changes/planned-changes.ts';

/** Seconds in which live objects are equal once Argo CD says that it is done, before the run's patience. */
const equalSeconds = 10;

/** A commit that changes the placement: synced, healthy and equal, and nothing was written that the plan does not name. */
export async function proveReached(
  trial: Trial,
  placement: Placement,
  { planned, after }: { planned: Plan; after: Published },
  notes: Notes,
): Promise<void> {
  const { written: writes, deleted } = plannedChanges(planned, placement.name);
  if (writes.length + deleted.length === 0)
    throw new Error(`the commit was to change ${placement.name} and changes nothing of it`);
  await awaitStatus(trial, placement.name, 90);
  // From here on Argo CD says that it is done.
  await settleOrDisprove(trial, placement.name, equalSeconds);
  notes.measure('reached after', trial.run.clock.now() - after.at, 'ms');
  const written = writesSince(trial.recorder(placement.cluster).sightings, after.at).filter(
    ({ owner, object }) => owner === placement.name && !isHook(object),
  );
  const stray = written.find(({ key }) => !writes.includes(key) && !deleted.includes(key));
  if (stray !== undefined) throw new Disproof(`${stray.text}, which the plan does not name`);
  notes.saw(
    `${shortCommit(after, placement)} is live and equals the compiled objects; written: ${written.map(({ text }) => text).join(', ')}`,
  );
}

/** The commit that a placement follows, as people write it. */
export function shortCommit(published: Published, placement: Placement): string {
  return (published.commits[placement.revision] ?? '').slice(0, 7);
}
