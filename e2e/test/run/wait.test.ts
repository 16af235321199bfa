import { expect, test } from 'vitest';
import type { ProgressEvent } from '../../src/run/progress.ts';
import type { Run } from '../../src/run/run.ts';
import { startClock } from '../../src/run/clock.ts';
import { holds, wait } from '../../src/run/wait.ts';

function listeningRun(): { run: Run; told: string[] } {
  const told: string[] = [];
  const tell = (event: ProgressEvent): void => {
    if (event.kind !== 'wait') return;
    told.push(
      [event.state, event.awaited, ...(event.lastSeen === undefined ? [] : [event.lastSeen])].join(': '),
    );
  };
  const run = { clock: startClock(), progress: { tell }, signal: new AbortController().signal, patience: 1 };
  return { run: run as unknown as Run, told };
}

test('a wait tells what it awaits, what it sees, and how it ends', async () => {
  const { run, told } = listeningRun();
  let looks = 0;
  const look = () =>
    (looks += 1) < 3
      ? ({ met: false, seen: `look ${looks}` } as const)
      : ({ met: true, value: looks } as const);
  expect(await wait(run, { awaited: 'a third look', within: 60, look })).toBe(3);
  const late = wait(run, { awaited: 'more', within: 0.1, look: () => ({ met: false, seen: 'less' }) });
  await expect(late).rejects.toThrow(/^more: not within 0\.\d s; last seen: less$/);
  expect(told).toEqual([
    'begun: a third look',
    'looking: a third look: look 1',
    'looking: a third look: look 2',
    'met: a third look',
    'begun: more',
    'looking: more: less',
    'timed out: more: less',
  ]);
});

test('what is to stay as it is is told as well, and ends with what is against it', async () => {
  const { run, told } = listeningRun();
  expect(await holds(run, { claimed: 'it stays', seconds: 0.1, look: () => undefined })).toBeUndefined();
  expect(await holds(run, { claimed: 'it stays', seconds: 60, look: () => 'it has gone' })).toBe(
    'it has gone',
  );
  const name = (seconds: string) => `for ${seconds} s it stays`;
  expect(told).toEqual([
    `begun: ${name('0.1')}`,
    `met: ${name('0.1')}`,
    `begun: ${name('60')}`,
    `given up: ${name('60')}`,
  ]);
});
