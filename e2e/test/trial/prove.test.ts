import { expect, test } from 'vitest';
import { Disproof, Infrastructure, NotProvenHere, Timeout } from '../../src/run/outcome-errors.ts';
import type { Run } from '../../src/run/run.ts';
import type { Claim } from '../../src/trial/claim.ts';
import { newProver } from '../../src/trial/prove.ts';

const claim: Claim = { id: 'syncs/x', kind: 'syncs', sentence: 'x is synced.', placement: 'x' };

function proverOn(signal = new AbortController().signal) {
  const run = {
    clock: { now: () => 5, began: new Date(0) },
    progress: { tell: () => undefined },
    signal,
  } as unknown as Run;
  return newProver(run, 'control plane', () => Promise.resolve([{ title: 'dump', text: 'of all' }]));
}

test.each([
  [new Disproof('no'), 'disproven', 'no'],
  [new Timeout('it', 'nothing', 1000), 'timeout', 'it: not within 1.0 s; last seen: nothing'],
  [new NotProvenHere('no packets'), 'not proven here', 'no packets'],
  [new Infrastructure('gone'), 'infrastructure', 'gone'],
  [new TypeError('x is not a function'), 'infrastructure', 'the proof itself failed: x is not a function'],
])('%s is one outcome', async (thrown, outcome, reason) => {
  const prover = proverOn();
  expect(await prover.prove(claim, () => Promise.reject(thrown))).toBe(false);
  expect(prover.proofs).toMatchObject([{ ...claim, outcome, reason, plane: 'control plane' }]);
  expect(prover.proofs[0]?.dump !== undefined).toBe(outcome !== 'not proven here');
});

test('what is proven keeps what was seen, and no dump', async () => {
  const prover = proverOn();
  const proven = await prover.prove(claim, (notes) => {
    notes.saw('it');
    notes.measure('after', 3, 'ms');
    return Promise.resolve();
  });
  expect(proven).toBe(true);
  expect(prover.proofs).toEqual([
    {
      ...claim,
      outcome: 'proven',
      plane: 'control plane',
      began: 5,
      ended: 5,
      seen: [{ at: 5, text: 'it' }],
      measures: [{ name: 'after', value: 3, unit: 'ms' }],
    },
  ]);
});

test('what fails when a process of the lab has gone fails for that, and ends the rehearsal', async () => {
  const lost = new AbortController();
  const prover = proverOn(lost.signal);
  const proving = prover.prove(claim, () => {
    lost.abort(new Infrastructure('etcd exited with 1'));
    return Promise.reject(new Disproof('no'));
  });
  await expect(proving).rejects.toThrow('etcd exited with 1');
  expect(prover.proofs).toMatchObject([{ outcome: 'infrastructure', reason: 'etcd exited with 1' }]);
});

test('an interruption ends the rehearsal, not the proof', async () => {
  const stop = new AbortController();
  const prover = proverOn(stop.signal);
  const proving = prover.prove(claim, () => {
    stop.abort(new Error('interrupted'));
    return Promise.reject(new Error('whatever'));
  });
  await expect(proving).rejects.toThrow('interrupted');
  expect(prover.proofs).toEqual([]);
});
