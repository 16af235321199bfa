import { expect, test } from 'vitest';
import { Rounds } from '../../src/proofs/together/rounds.ts';

test('a step is taken once, when everyone has come to it, and everyone gets what it gives', async () => {
  const rounds = new Rounds(3);
  let taken = 0;
  const take = () => Promise.resolve((taken += 1));
  const two = [rounds.next('first', take), rounds.next('first', take)];
  await Promise.resolve();
  expect(taken).toBe(0);
  expect(await Promise.all([...two, rounds.next('first', take)])).toEqual([1, 1, 1]);
  expect(await Promise.all([1, 2, 3].map(() => rounds.next('second', take)))).toEqual([2, 2, 2]);
});

test('nobody waits for one that has gone', async () => {
  const rounds = new Rounds(2);
  const waiting = rounds.next('first', () => Promise.resolve('taken'));
  rounds.leave();
  expect(await waiting).toBe('taken');
});

test('a step that fails fails for everyone', async () => {
  const rounds = new Rounds(2);
  const fail = () => Promise.reject(new Error('no git'));
  const both = await Promise.allSettled([rounds.next('first', fail), rounds.next('first', fail)]);
  expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
});

test('different steps at once are a mistake of the proof', async () => {
  const rounds = new Rounds(2);
  const first = rounds.next('first', () => Promise.resolve(1));
  await expect(rounds.next('second', () => Promise.resolve(2))).rejects.toThrow('another waits at "first"');
  rounds.leave();
  expect(await first).toBe(1);
});
