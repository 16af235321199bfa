import type { KubernetesObject, Placement } from '@seatrial/compiler';
import { Disproof } from '../../run/outcome-errors.ts';
import { holds } from '../../run/wait.ts';
import type { Notes, Published, Trial } from '../../trial/trial.ts';
import type { PlannedChanges } from '../changes/planned-changes.ts';
import { inStep } from '../engine/in-step.ts';
import { refOf } from '../engine/ref-of.ts';
import { deletionsOf, seenGone } from './seen-gone.ts';

export interface PruneTurn {
  readonly placement: Placement;
  readonly planned: PlannedChanges;
  readonly after: Published;
  /** What was taken out of the model. */
  readonly spare: KubernetesObject;
  /** Its twin, which no placement owns. */
  readonly foreign: KubernetesObject;
  readonly notes: Notes;
}

/** Seconds after the prune in which nothing more may go. */
const hold = 2;

/** Everything that the plan deletes goes, and nothing else of the placement; a foreign object of the same kind stays. */
export async function provePruned(
  trial: Trial,
  { placement, planned, after, foreign, notes }: PruneTurn,
): Promise<void> {
  const { name, cluster } = placement;
  if (planned.deleted.length === 0)
    throw new Error(`the commit was to take something out of ${name} and does not`);
  await seenGone(trial, placement, { keys: planned.deleted, after });
  notes.measure('pruned after', trial.run.clock.now() - after.at, 'ms');
  await inStep(trial, name, 90);
  await holds(trial.run, {
    claimed: `nothing else of ${name} is pruned`,
    seconds: hold,
    look: () => undefined,
  });

  const gone = deletionsOf(trial, placement, after.at);
  const stray = gone.find(({ key }) => !planned.deleted.includes(key));
  if (stray !== undefined) throw new Disproof(`${stray.text}, which the plan does not name`);
  notes.measure('objects pruned', gone.length, 'objects');
  if ((await trial.cluster(cluster).kubernetes.get(refOf(foreign))) === undefined)
    throw new Disproof(`${foreign.kind} ${foreign.metadata.name}, which no placement owns, is gone`);
  notes.saw(`${gone.map(({ text }) => text).join(', ')}; its twin without tracking id is left`);
}
