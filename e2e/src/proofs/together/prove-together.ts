import type { Claim } from '../../trial/claim.ts';
import type { Notes, Trial } from '../../trial/trial.ts';
import { Rounds } from './rounds.ts';
import { backTo } from './way-back.ts';

/**
 * Proves claims side by side that share commits. Where one is not proven, the fleet is brought back to what it was before:
 * what came in between is of no use to anybody.
 */
export async function proveTogether(
  trial: Trial,
  claims: readonly Claim[],
  body: (claim: Claim, notes: Notes, rounds: Rounds) => Promise<void>,
): Promise<void> {
  if (claims.length === 0) return;
  const before = trial.published;
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
  if (!proven.every(Boolean)) await backTo(trial, before);
}
