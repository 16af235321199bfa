import type { ResolvedFleet } from '@seatrial/compiler';
import { openGround, type Ground } from '../drills/ground.ts';
import { restore } from '../drills/restore.ts';
import { Infrastructure } from '../run/outcome-errors.ts';
import type { Claim, ProofKind } from '../trial/claim.ts';
import type { Trial } from '../trial/trial.ts';
import { drillsOf, type PairDrill } from './failover/drills-of-pair.ts';

/**
 * Argo CD promises no failover: what is proven is the fleet, its runbook, and the order of the runbook's steps. The points
 * of the drill come from what Karmada, RamenDR, k8gb, CloudNativePG and Keycloak learned with theirs.
 */
export const failoverProof: ProofKind & { prove(trial: Trial, claims: readonly Claim[]): Promise<void> } = {
  name: 'failover',
  title: 'Failover',
  promise:
    'One commit that swaps two roles moves the public hosts and the right to write from one cluster to the other, with a fence first, and back.',

  derive: ({ failover }) => failover.flatMap((pair) => drillsOf(pair).map(({ claim }) => claim)),

  async prove(trial, claims) {
    for (const pair of trial.subject.fleet.failover) {
      const drills = drillsOf(pair).filter(({ claim }) => claims.some(({ id }) => id === claim.id));
      if (drills.length > 0) await proveOnPair(trial, pair, drills);
    }
  },
};

/** One drill after the other: each begins where the one before it ended; one that ended in its midst is cleaned up after. */
async function proveOnPair(
  trial: Trial,
  pair: ResolvedFleet['failover'][number],
  drills: readonly PairDrill[],
): Promise<void> {
  let ground: Ground | undefined;
  let lostGround: string | undefined;
  try {
    for (const { claim, run } of drills) {
      await trial.prove(claim, async (notes) => {
        if (lostGround !== undefined) throw new Infrastructure(lostGround);
        ground ??= await openGround(trial, pair);
        await run(ground, claim, notes);
      });
      if (ground?.state.broken === true) lostGround ??= await triedRestore(trial, ground);
    }
    if (ground !== undefined && lostGround === undefined) lostGround = await triedRestore(trial, ground);
  } finally {
    ground?.stop();
  }
  if (lostGround !== undefined)
    trial.run.progress.tell({ kind: 'note', at: trial.run.clock.now(), text: lostGround });
}

/** @returns why the fleet could not be brought back; undefined: it was. */
async function triedRestore({ run }: Trial, ground: Ground): Promise<string | undefined> {
  try {
    await restore(ground);
    return undefined;
  } catch (error) {
    run.signal.throwIfAborted();
    return `After a drill the fleet could not be brought back to where it was: ${error instanceof Error ? error.message : String(error)}`;
  }
}
