import type { Placement } from '@seatrial/compiler';
import { Disproof } from '../../run/outcome-errors.ts';
import { wait } from '../../run/wait.ts';
import { isHook } from '../../trial/differences/placement-objects.ts';
import { describeApplication } from '../../trial/settle.ts';
import type { Published, Trial } from '../../trial/trial.ts';
import { writesSince, type ObjectWrite } from '../changes/object-writes.ts';
import { idleWatch } from '../engine/idle-watch.ts';

/**
 * Waits until all these objects of a placement, by key, have been seen to go.
 * @throws Disproof where Argo CD has compared the commit, sees something to do, and does nothing
 */
export async function seenGone(
  trial: Trial,
  placement: Placement,
  { keys, after }: { keys: readonly string[]; after: Published },
): Promise<void> {
  const isIdle = idleWatch(trial, placement.name);
  await wait(trial.run, {
    awaited: `what leaves ${placement.name} is gone`,
    within: 60,
    changes: trial.applicationChanges,
    look: () => {
      const gone = new Set(deletionsOf(trial, placement, after.at).map(({ key }) => key));
      const left = keys.filter((key) => !gone.has(key));
      if (left.length === 0) return { met: true, value: undefined };
      const seen = `${left.join(', ')} is there`;
      if (isIdle())
        throw new Disproof(
          `${seen}, and nothing is done about it: ${describeApplication(trial.application(placement.name))}`,
        );
      return { met: false, seen };
    },
  });
}

/** Objects of the placement that went since a moment. Hooks go at every sync. */
export function deletionsOf(trial: Trial, { name, cluster }: Placement, since: number): ObjectWrite[] {
  return writesSince(trial.recorder(cluster).sightings, since).filter(
    ({ what, owner, object }) => what === 'deleted' && owner === name && !isHook(object),
  );
}
