import type { Plan, Placement } from '@seatrial/compiler';
import { Disproof } from '../../run/outcome-errors.ts';
import { holds, wait } from '../../run/wait.ts';
import { describeApplication } from '../../trial/settle.ts';
import type { Notes, Trial } from '../../trial/trial.ts';
import { plannedChanges } from '../changes/planned-changes.ts';
import { refOf } from '../engine/ref-of.ts';

/** Seconds after the Application in which its objects have to stay, where they are to. */
const hold = 2;

/** The Application of a placement goes, and its objects go along exactly where the plan says so. */
export async function proveApplicationGone(
  trial: Trial,
  { placement, planned, since, notes }: { placement: Placement; planned: Plan; since: number; notes: Notes },
): Promise<void> {
  const { name, cluster, objects } = placement;
  const { run } = trial;
  const { kubernetes } = trial.cluster(cluster);
  const { deleted, kept } = plannedChanges(planned, name);
  await wait(run, {
    awaited: `the Application ${name} is gone`,
    within: 90,
    changes: trial.applicationChanges,
    look: () => {
      const application = trial.application(name);
      return application.sync === 'absent'
        ? { met: true, value: undefined }
        : { met: false, seen: describeApplication(application) };
    },
  });
  notes.measure('gone after', run.clock.now() - since, 'ms');
  await holds(run, {
    claimed: `nothing else goes with ${name}`,
    seconds: hold,
    look: () => undefined,
  });
  const live = await Promise.all(objects.map(({ object }) => kubernetes.get(refOf(object))));
  const left = objects.filter((_object, index) => live[index] !== undefined);
  try {
    if (left.length !== kept.length || objects.length !== kept.length + deleted.length)
      throw new Disproof(
        `${left.length} of ${objects.length} objects are left, and the plan keeps ${kept.length}`,
      );
    notes.saw(
      kept.length > 0
        ? `the Application is gone; ${kept.length} object stays, as its settings say`
        : `the Application is gone, and ${deleted.length} object with it, as its settings say`,
    );
  } finally {
    for (const { object } of left) await kubernetes.delete(refOf(object));
  }
}
