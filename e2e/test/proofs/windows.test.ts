import { expect, test } from 'vitest';
import { withWindows } from '../../src/proofs/windows/with-windows.ts';
import { windowsProof } from '../../src/proofs/windows.ts';
import { resolved, smallModel } from './small-fleet.ts';

const fleet = resolved(smallModel);
const now = new Date('2026-11-21T23:30:00Z');

function windows(state: Parameters<typeof withWindows>[1]) {
  return withWindows(fleet, state, now).placements.find(({ name }) => name === 'names-prod-left')?.windows;
}

test('a window that is on began 20 minutes ago by the clock of its own time zone', () => {
  expect(windows('a deny window is on')).toMatchObject([
    { kind: 'deny', schedule: '10 8 * * *', duration: '1h', timeZone: 'Asia/Tokyo' },
    { kind: 'allow', schedule: '10 23 * * *', duration: '1h', timeZone: 'UTC' },
  ]);
});

test('a window that is off ended two hours ago', () => {
  expect(windows('the windows allow')).toMatchObject([
    { kind: 'deny', schedule: '30 5 * * *' },
    { kind: 'allow', schedule: '10 23 * * *' },
  ]);
  expect(windows('no allow window is on')).toMatchObject([
    { kind: 'deny', schedule: '30 5 * * *' },
    { kind: 'allow', schedule: '30 20 * * *' },
  ]);
});

test('only placements with windows claim anything', () => {
  expect(windowsProof.derive(fleet).map(({ id }) => id)).toEqual([
    'windows/names-prod-left',
    'windows/names-prod-right',
  ]);
});
