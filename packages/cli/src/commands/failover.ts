import { textOfPlan } from '@seatrial/compiler';
import { reportError } from '../error-boundary.ts';
import { prepareTakeover } from '../failover/take-over.ts';
import { loadFleets } from '../load/load-fleets.ts';
import type { StartedModels } from '../load/start-models.ts';
import { takeInterruptions } from '../workspace/interruption.ts';
import { exitCodes, UserError } from '../workspace/user-error.ts';

export interface FailoverOptions {
  /** The cluster that takes over. */
  readonly to: string;
  /** Only say what would change. */
  readonly dryRun: boolean;
}

/** `seatrial failover`: exchanges the two roles of a pair in the model, compiles, says what changes, and commits. */
export async function failover(started: StartedModels, { to, dryRun }: FailoverOptions): Promise<number> {
  const { workspace, models } = started;
  if (models.length > 1)
    throw new UserError(
      `A failover is of one fleet, not of ${models.map(({ source }) => source.name).join(', ')}.`,
      'Write the name of one.',
    );
  const [outcome] = await loadFleets(started, { charts: false });
  if (outcome === undefined) throw new Error('No fleet was loaded.');
  if ('error' in outcome) return reportError(outcome.error);
  const prepared = await prepareTakeover(outcome.loaded, workspace, to);
  process.stdout.write(textOfPlan(prepared.plan));
  if (dryRun) {
    process.stderr.write('Nothing was written.\n');
    return exitCodes.fine;
  }
  const interruption = takeInterruptions('Putting the model back …');
  try {
    const commit = await prepared.carryOut(interruption.signal);
    process.stdout.write(`${commit}\n`);
  } catch (error) {
    if (!interruption.signal.aborted) throw error;
    process.stderr.write('Interrupted: the model and its tree are as they were.\n');
    return exitCodes.interrupted;
  } finally {
    interruption.release();
  }
  process.stderr.write('Committed, and not pushed: `git show` it, then `git push`.\n');
  return exitCodes.fine;
}
