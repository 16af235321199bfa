import { expect, test } from 'vitest';
import { doubleActive, lanesOf, type LaneSample, type Sample } from '../../src/drills/lanes.ts';

const serving: LaneSample = { seen: true, reached: true, serving: ['api.example'], fenced: false };
const idle: LaneSample = { seen: true, reached: true, serving: [], fenced: false };
const fenced: LaneSample = { seen: true, reached: true, serving: [], fenced: true };
const away: LaneSample = { seen: false, reached: false, serving: ['api.example'], fenced: false };
const sample = (at: number, west: LaneSample, east: LaneSample): Sample => ({ at, clusters: { west, east } });

test('stretches of the same state are one', () => {
  const samples = [
    sample(0, serving, idle),
    sample(200, serving, idle),
    sample(400, away, idle),
    sample(600, fenced, serving),
  ];
  expect(lanesOf(samples, ['west', 'east'], 100, 900)).toEqual([
    {
      cluster: 'west',
      stretches: [
        { from: 100, to: 400, state: 'serving' },
        { from: 400, to: 600, state: 'unreachable' },
        { from: 600, to: 900, state: 'fenced' },
      ],
    },
    {
      cluster: 'east',
      stretches: [
        { from: 100, to: 600, state: 'idle' },
        { from: 600, to: 900, state: 'serving' },
      ],
    },
  ]);
});

test('behind a cut a cluster serves as long as it is seen to, and is unreachable after that', () => {
  const cut = { reached: false };
  const samples = [sample(0, { ...serving, ...cut }, idle), sample(100, { ...idle, ...cut }, serving)];
  expect(lanesOf(samples, ['west'], 0, 200)[0]?.stretches.map(({ state }) => state)).toEqual([
    'serving',
    'unreachable',
  ]);
});

test('two clusters that serve the same host are double-active for that long', () => {
  const samples = [sample(0, serving, idle), sample(200, serving, serving), sample(500, idle, serving)];
  expect(doubleActive(samples, 0, 1000)).toEqual({ seen: 300, possible: 0 });
  expect(doubleActive(samples, 300, 1000).seen).toBe(200);
});

test('one that is out of sight may be serving still', () => {
  const samples = [sample(0, away, serving), sample(400, idle, serving)];
  expect(doubleActive(samples, 0, 1000)).toEqual({ seen: 0, possible: 400 });
});

test('two clusters that serve different hosts are not double-active', () => {
  const other: LaneSample = { ...serving, serving: ['other.example'] };
  expect(doubleActive([sample(0, serving, other)], 0, 1000)).toEqual({ seen: 0, possible: 0 });
});
