import type { FleetModel, ResolvedFleet } from '@seatrial/compiler';
import { expect, test } from 'vitest';
import { newFaultSwitch } from '../../src/faults/fault-switch.ts';
import type { Trial } from '../../src/trial/trial.ts';
import { harbourFleet } from '../fleets/harbour/harbour-fleet.ts';

const fleet = harbourFleet();
const named = (name: string): ResolvedFleet => ({ ...fleet, name });
const wavesOf = ({ applications }: ResolvedFleet): Set<number> =>
  new Set(applications.map(({ wave }) => wave));

/** A trial that says what is published. */
function telling(said: string[]): Trial {
  return {
    run: {
      clock: { now: () => 0 },
      progress: { tell: () => undefined },
      signal: new AbortController().signal,
      patience: 1,
    },
    published: { model: {} as FleetModel, fleet, commits: {} },
    applications: () => [],
    applicationChanges: [],
    refresh: () => Promise.resolve(),
    publish: (message: string) => Promise.resolve(void said.push(message)),
    settle: () => Promise.resolve(void said.push('settled')),
  } as unknown as Trial;
}

test('a fault of the first sync is on until something later is proven: then git is written without it', async () => {
  const said: string[] = [];
  const trial = telling(said);
  const faults = newFaultSwitch(['wrong-wave']);
  await faults.duringFirstSync(async () => {
    expect(wavesOf(faults.written(fleet, undefined))).toEqual(new Set([0]));
  });
  await faults.during('order', trial, async () => expect(said).toEqual([]));
  await faults.during('smoke', trial, async () => {
    expect(said).toEqual(['Without the fault wrong-wave', 'settled']);
    expect(faults.written(fleet, fleet)).toEqual(fleet);
  });
  expect(said).toHaveLength(2);
});

test('of several faults one is on at a time', async () => {
  const trial = telling([]);
  const faults = newFaultSwitch(['wrong-wave', 'stale-revision']);
  await faults.duringFirstSync(async () => void faults.written(fleet, undefined));
  await faults.during('reaches', trial, async () => {
    faults.written(fleet, fleet);
  });
  const first = faults.written(fleet, fleet);
  await faults.during('prunes', trial, async () => {
    expect(faults.written(named('next'), first).name).toBe('next');
  });
});

test('while stale content is served, every commit holds what was written before the first of them', async () => {
  const faults = newFaultSwitch(['stale-revision']);
  faults.written(named('before'), undefined);
  await faults.during('reaches', telling([]), async () => {
    expect(faults.written(named('one'), named('before')).name).toBe('before');
    expect(faults.written(named('two'), named('one')).name).toBe('before');
  });
  expect(faults.written(named('after'), named('two')).name).toBe('after');
});

test('what is broken on purpose in a proof that throws is mended all the same', async () => {
  const said: string[] = [];
  const faults = newFaultSwitch(['stale-revision']);
  const proving = faults.during('reaches', telling(said), () => Promise.reject(new Error('interrupted')));
  await expect(proving).rejects.toThrow('interrupted');
  expect(said).toEqual(['Without the fault stale-revision', 'settled']);
});
