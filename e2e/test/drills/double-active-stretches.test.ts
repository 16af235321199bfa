import { expect, it } from 'vitest';
import { doubleActiveStretches, type Sample } from '../../src/drills/lanes.ts';

const sample = (
  at: number,
  ...clusters: readonly { readonly serving: readonly string[]; readonly seen?: boolean }[]
): Sample => ({
  at,
  clusters: Object.fromEntries(
    clusters.map(({ serving, seen = true }, index) => [
      `c${index}`,
      { seen, reached: seen, serving, fenced: false },
    ]),
  ),
});
const shop = { serving: ['shop'] };
const idle = { serving: [] };

it('joins what follows each other, and tells what was seen from what was out of sight', () => {
  const samples = [
    sample(0, shop, idle),
    sample(10, shop, shop),
    sample(20, shop, shop),
    sample(30, { ...shop, seen: false }, shop),
    sample(40, idle, shop),
    sample(50, shop, shop),
  ];
  expect(doubleActiveStretches(samples, 0, 60)).toEqual([
    { from: 10, to: 30, seen: true },
    { from: 30, to: 40, seen: false },
    { from: 50, to: 60, seen: true },
  ]);
});

it('two clusters that serve different hosts are no split brain', () => {
  expect(doubleActiveStretches([sample(0, shop, { serving: ['standby.shop'] })], 0, 10)).toEqual([]);
});
