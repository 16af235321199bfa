import type { Rehearsal } from '@seatrial/e2e';
import { exitCodes } from '../workspace/user-error.ts';

/**
 * How a rehearsal ends for whoever started it. A disproof stays one when the ground gives way after it. What is not proven
 * here is told, and is no failure.
 */
export function exitCodeOf({ ended, proofs }: Pick<Rehearsal, 'ended' | 'proofs'>): number {
  const has = (...outcomes: readonly Rehearsal['proofs'][number]['outcome'][]): boolean =>
    proofs.some(({ outcome }) => outcomes.includes(outcome));
  if (ended === 'interrupted') return exitCodes.interrupted;
  if (has('disproven', 'timeout')) return exitCodes.findings;
  return ended === 'infrastructure' || has('infrastructure') ? exitCodes.environment : exitCodes.fine;
}
