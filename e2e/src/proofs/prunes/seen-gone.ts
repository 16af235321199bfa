import type { Placement } from '@seatrial/compiler';
import { Disproof, Timeout } from '../../run/outcome-errors.ts';
import { wait } from '../../run/wait.ts';
import { isHook } from '../../trial/differences/placement-objects.ts';
import { describeApplication } from '../../trial/settle.ts';
import { wantedRevision } from '../../trial/tree-revision.ts';
import type { Published, Trial } from '../../trial/trial.ts';
import { writesSince, type ObjectWrite } from '../changes/object-writes.ts';

/**
 * Waits until all these objects of a placement, by key, have been seen to go.
 * @throws Disproof where Argo CD has compared the commit, sees something to do, and does nothing
 */
export async function seenGone(
  trial: Trial,
  placement: Placement,
  { keys, after }: { keys: readonly string[]; after: Published },
): Promise<void> {
  try {
    await wait(trial.run, {
      awaited: `what leaves ${placement.name} is gone`,
      within: 60,
      changes: trial.applicationChanges,
      look: () => {
        const gone = new Set(deletionsOf(trial, placement, after.at).map(({ key }) => key));
        const left = keys.filter((key) => !gone.has(key));
        return left.length === 0
          ? { met: true, value: undefined }
          : { met: false, seen: `${left.join(', ')} is there` };
      },
    });
  } catch (error) {
    const application = trial.application(placement.name);
    const { sync, revision, operation } = application;
    const isIdle = operation?.phase !== 'Running' && sync === 'OutOfSync';
    if (!(error instanceof Timeout) || !isIdle || revision !== wantedRevision(placement, application, after))
      throw error;
    throw new Disproof(
      `${error.lastSeen}, and nothing is done about it: ${describeApplication(application)}`,
    );
  }
}

/** Objects of the placement that went since a moment. Hooks go at every sync. */
export function deletionsOf(trial: Trial, { name, cluster }: Placement, since: number): ObjectWrite[] {
  return writesSince(trial.recorder(cluster).sightings, since).filter(
    ({ what, owner, object }) => what === 'deleted' && owner === name && !isHook(object),
  );
}
