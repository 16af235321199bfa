import { isDeepStrictEqual } from 'node:util';
import { Disproof, Timeout } from '../../run/outcome-errors.ts';
import type { Published, Trial } from '../../trial/trial.ts';
import { endSyncOf } from '../engine/end-sync.ts';
import { allInStep } from '../engine/in-step.ts';

/** Whether git says something else now. */
export function isElsewhere(trial: Trial, home: Published): boolean {
  return !isDeepStrictEqual(trial.published.fleet, home.fleet);
}

/**
 * Publishes a fleet again where git says something else, and waits until all automated placements are in step with it. One
 * that does not come back is not the end: what is proven next says so for itself.
 */
export async function backTo(trial: Trial, home: Published): Promise<void> {
  const { clock, progress } = trial.run;
  if (isElsewhere(trial, home)) await trial.publish('Back to the fleet as it is', home.model);
  try {
    await endStaleSyncs(trial);
    await allInStep(trial, 90);
  } catch (error) {
    if (!(error instanceof Timeout || error instanceof Disproof)) throw error;
    const text = `The fleet is not back to what it was: ${error.message}`;
    progress.tell({ kind: 'note', at: clock.now(), text });
  }
}

/** What a claim left running that came to a bad end: Argo CD starts nothing else before it has ended. */
async function endStaleSyncs(trial: Trial): Promise<void> {
  const { placements } = trial.published.fleet;
  await Promise.all(
    placements.map(async ({ name, revision, sync }) => {
      const { operation } = trial.application(name);
      const stale = operation?.revision;
      if (
        stale === undefined ||
        stale === trial.published.commits[revision] ||
        operation?.phase !== 'Running'
      )
        return;
      await endSyncOf(trial, name, stale);
      if (sync.automated) await trial.refresh({ applications: [name] });
    }),
  );
}
