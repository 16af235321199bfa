import { expect, test } from 'vitest';
import { decide, type Situation } from '../../src/drills/decide.ts';

const well: Situation = {
  from: 'west',
  to: 'east',
  planned: false,
  latched: false,
  peerLost: true,
  claimants: ['west'],
  standby: { ready: true, applications: [], pods: [], secrets: [], policies: [] },
  lag: 90,
  lossAllowed: 2000,
};
const standby = (change: Partial<Situation['standby']>) => ({ standby: { ...well.standby, ...change } });

test('a lost active cluster with a standby that is well is failed over', () => {
  expect(decide(well)).toEqual([]);
});

const refusals: readonly [string, Partial<Situation>, string][] = [
  ['a peer that lives', { peerLost: false }, 'west is not lost'],
  ['a latch', { latched: true }, 'there was a failover already, and nobody has reset the latch since'],
  ['two that claim to be active', { claimants: ['west', 'east'] }, 'both west and east claim to be active'],
  ['a standby that does not answer', standby({ ready: false }), 'the API server of east is not ready'],
  [
    'a standby with too few pods',
    standby({ pods: ['Deployment api has 1 of 2'] }),
    'Deployment api has 1 of 2',
  ],
  ['a standby without its policies', standby({ policies: ['the webhook is down'] }), 'the webhook is down'],
  ['data that are too old', { lag: 2001 }, 'the data of east were 2001 ms behind, and 2000 ms may be lost'],
];
test.each(refusals)('is refused: %s', (_, change, reason) => {
  expect(decide({ ...well, ...change })).toEqual([reason]);
});

test('a planned switchover needs no loss and passes the latch, but nothing else', () => {
  const planned = { ...well, planned: true, peerLost: false };
  expect(decide({ ...planned, latched: true })).toEqual([]);
  expect(decide({ ...planned, ...standby({ secrets: ['Secret backend is not there'] }) })).toEqual([
    'Secret backend is not there',
  ]);
});
