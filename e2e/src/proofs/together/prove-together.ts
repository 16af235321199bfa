import { isDeepStrictEqual } from 'node:util';
import { Timeout } from '../../run/outcome-errors.ts';
import type { Claim } from '../../trial/claim.ts';
import type { Notes, Trial } from '../../trial/trial.ts';
import { endSyncOf } from '../engine/end-sync.ts';
import { allInStep } from '../engine/in-step.ts';
import { Rounds } from './rounds.ts';

/**
 * Proves claims side by side that share commits, and leaves the fleet as it was: publishes it again where a claim ended
 * before it had, and waits until all automated placements are in step with it.
 */
export async function proveTogether(
  trial: Trial,
  claims: readonly Claim[],
  body: (claim: Claim, notes: Notes, rounds: Rounds) => Promise<void>,
): Promise<void> {
  if (claims.length === 0) return;
  const { model, fleet } = trial.published;
  const rounds = new Rounds(claims.length);
  const proven = await Promise.all(
    claims.map((claim) =>
      trial.prove(claim, async (notes) => {
        try {
          await body(claim, notes, rounds);
        } finally {
          rounds.leave();
        }
      }),
    ),
  );
  if (isDeepStrictEqual(trial.published.fleet, fleet)) {
    if (proven.every(Boolean)) return;
  } else await trial.publish('Back to the fleet as it is', model);
  await comeBack(trial);
}

/** A fleet that does not come back is not the end: what is proven next says so for itself. */
async function comeBack(trial: Trial): Promise<void> {
  const { clock, progress } = trial.run;
  try {
    await endStaleSyncs(trial);
    await allInStep(trial, 90);
  } catch (error) {
    if (!(error instanceof Timeout)) throw error;
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
