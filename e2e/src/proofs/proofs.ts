import type { Claim, ProofKind } from '../trial/claim.ts';
import type { Trial } from '../trial/trial.ts';
import { admissionProof } from './admission.ts';
import { badCommitProof } from './bad-commit.ts';
import { controllersKilledProof } from './controllers-killed.ts';
import { failoverProof } from './failover.ts';
import { gitAwayProof } from './git-away.ts';
import { healsProof } from './heals.ts';
import { manualProof } from './manual.ts';
import { orderProof } from './order.ts';
import { prunesProof } from './prunes.ts';
import { reachesProof } from './reaches.ts';
import { smokeProof } from './smoke.ts';
import { syncsProof } from './syncs.ts';
import { windowsProof } from './windows.ts';

export interface Proving extends ProofKind {
  /** Proves the claims, each through {@link Trial.prove}, and leaves the fleet as it found it. */
  prove(trial: Trial, claims: readonly Claim[]): Promise<void>;
}

/** Every kind of proof, in the order of a rehearsal: each begins where the one before it has left a settled fleet. */
export const proofs: readonly Proving[] = [
  syncsProof,
  orderProof,
  smokeProof,
  healsProof,
  reachesProof,
  prunesProof,
  manualProof,
  windowsProof,
  admissionProof,
  badCommitProof,
  controllersKilledProof,
  gitAwayProof,
  failoverProof,
];
