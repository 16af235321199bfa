import type { Rehearsal } from '@seatrial/e2e';
import { expect, test } from 'vitest';
import { exitCodeOf } from '../../src/rehearse/exit-code.ts';

type Outcome = Rehearsal['proofs'][number]['outcome'];

function code(ended: Rehearsal['ended'], ...outcomes: readonly Outcome[]): number {
  const proofs = outcomes.map((outcome) => ({ outcome }) as Rehearsal['proofs'][number]);
  return exitCodeOf({ ended, proofs });
}

test('only a rehearsal without a failure is fine, and what cannot be proven here is none', () => {
  expect(code('complete', 'proven', 'not proven here')).toBe(0);
  expect(code('complete', 'proven', 'disproven')).toBe(1);
  expect(code('complete', 'timeout')).toBe(1);
  expect(code('complete', 'proven', 'infrastructure')).toBe(3);
  expect(code('infrastructure')).toBe(3);
  expect(code('infrastructure', 'proven')).toBe(3);
});

test('a disproof stays one when the ground gives way, and an interruption says nothing of what was not reached', () => {
  expect(code('infrastructure', 'disproven')).toBe(1);
  expect(code('complete', 'timeout', 'infrastructure')).toBe(1);
  expect(code('interrupted', 'disproven')).toBe(130);
});
