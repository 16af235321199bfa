import type { FleetModel, Placement } from '@seatrial/compiler';
import type { Operator } from '../../lab/lab.ts';
import { Disproof, NotProvenHere } from '../../run/outcome-errors.ts';
import { holds, wait } from '../../run/wait.ts';
import { isHook } from '../../trial/differences/placement-objects.ts';
import { describeApplication, lookAtStatus } from '../../trial/settle.ts';
import type { Notes, Trial } from '../../trial/trial.ts';
import { writesSince } from '../changes/object-writes.ts';
import { hookRuns } from './hook-runs.ts';

/** Seconds for which the victim is away. */
const hold = 2;

export interface Killing {
  readonly operator: Operator;
  /** `repo server`. */
  readonly title: string;
  /** Those that the change reaches. */
  readonly placements: readonly Placement[];
  readonly changed: FleetModel;
  readonly notes: Notes;
}

/** Publishes a change, kills at the first sync of it that is seen to run, and lets it come back. */
export async function killInTheMiddle(
  trial: Trial,
  { operator, title, placements, changed, notes }: Killing,
): Promise<void> {
  const { run } = trial;
  const { at, commits } = await trial.publish(`A change in which the ${title} is killed`, changed);
  const isRunning = ({ name, revision }: Placement): boolean => {
    const { operation } = trial.application(name);
    return operation?.phase === 'Running' && operation.revision === commits[revision];
  };
  await wait(run, {
    awaited: 'a sync of the commit runs',
    within: 60,
    changes: trial.applicationChanges,
    look: () =>
      placements.some(isRunning)
        ? { met: true, value: undefined }
        : {
            met: false,
            seen: placements.map(({ name }) => describeApplication(trial.application(name))).join('; '),
          },
  });
  await operator.kill();
  const killed = run.clock.now();
  let caught: readonly Placement[];
  try {
    await holds(run, {
      claimed: `there is no ${title}`,
      seconds: hold,
      look: () => undefined,
    });
    caught = placements.filter(isRunning);
    if (title === 'application controller') assertCaught(trial, caught, killed);
    notes.saw(
      `killed ${Math.round(killed - at)} ms after the push; ${caught.length} syncs are in the middle: ${caught.map(({ name }) => name).join(', ')}`,
    );
  } finally {
    await operator.start();
  }
  const back = run.clock.now();
  await trial.refresh();
  await finished(trial, placements);
  notes.measure('finished after it was back', run.clock.now() - back, 'ms');
  await trial.settle({ placements: caught.map(({ name }) => name), within: 60 });
  const inTheMiddle = new Set(caught.map(({ name }) => name));
  for (const { name, placement, runs } of hookRuns(trial, placements, at)) {
    notes.saw(hookSeen(name, runs));
    if (runs > 2 || (runs < 1 && inTheMiddle.has(placement)))
      throw new Disproof(`the hook ${name} ran ${runs} times for one commit and one kill`);
  }
  notes.saw('every placement is synced to the commit, and those in the middle of it equal it');
}

/**
 * A controller that ends after it has compared a commit and before it has begun the sync takes the rest for a self-heal,
 * where `manifest-generate-paths` are set: hooks are skipped. Source: autoSync and alreadyAttemptedSync in
 * controller/appcontroller.go of Argo CD 3.4.
 */
function hookSeen(name: string, runs: number): string {
  return runs === 0
    ? `the hook ${name} did not run: its sync had not begun, and Argo CD took what the commit changes for a drift, which it heals without hooks`
    : `the hook ${name} ran ${runs} times`;
}

/** Every placement is synced. One that could not be compared meanwhile is asked to look again: it would at its next interval. */
async function finished(trial: Trial, placements: readonly Placement[]): Promise<void> {
  await wait(trial.run, {
    awaited: 'every sync that was interrupted is finished',
    within: 120,
    changes: trial.applicationChanges,
    look: async () => {
      const late = placements
        .map((placement) => ({ placement, one: trial.application(placement.name) }))
        .filter(({ placement, one }) => !lookAtStatus(placement, one, trial.published).met);
      const blind = late.filter(({ one }) => one.conditions.some(({ type }) => type === 'ComparisonError'));
      if (blind.length > 0) await trial.refresh({ applications: blind.map(({ one }) => one.name) });
      return late.length === 0
        ? { met: true, value: undefined }
        : { met: false, seen: late.map(({ one }) => `${one.name}: ${describeApplication(one)}`).join('; ') };
    },
  });
}

/** A sync was interrupted, and nobody else went on with it. */
function assertCaught(trial: Trial, caught: readonly Placement[], killed: number): void {
  if (caught.length === 0)
    throw new NotProvenHere(
      'every sync had ended before the kill took effect: there was no middle to kill in',
    );
  const settled = killed + 500;
  for (const cluster of new Set(caught.map((one) => one.cluster))) {
    const write = writesSince(trial.recorder(cluster).sightings, settled).find(
      ({ owner, object }) => owner !== undefined && !isHook(object),
    );
    if (write !== undefined) throw new Disproof(`${write.text} on ${cluster} while there was no controller`);
  }
}
