import type { ResolvedFleet } from '@seatrial/compiler';
import type { Claim } from '../trial/claim.ts';
import { proofs } from './proofs.ts';

/** Everything that a fleet promises and a rehearsal can try, in the order in which it is tried. */
export function claimsOf(fleet: ResolvedFleet): readonly Claim[] {
  return proofs.flatMap((proof) => proof.derive(fleet));
}
