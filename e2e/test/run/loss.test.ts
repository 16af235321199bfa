import { afterEach, beforeEach, expect, test } from 'vitest';
import { awaitProcess } from '../../src/run/await-process.ts';
import { Infrastructure } from '../../src/run/outcome-errors.ts';
import type { Run } from '../../src/run/run.ts';
import type { Child } from '../../src/run/supervisor.ts';
import { wait } from '../../src/run/wait.ts';
import { openTestRun } from '../support/test-run.ts';

let run: Run;
beforeEach(async () => {
  run = await openTestRun();
});
afterEach(() => run.supervisor.close());

const start = (script: string): Promise<Child> =>
  run.supervisor.start({ name: 'paris/etcd', file: 'sh', args: ['-c', script] });
const waitForNothing = (): Promise<unknown> =>
  wait(run, {
    awaited: 'the impossible',
    within: 60,
    look: () => ({ met: false, seen: 'nothing' }),
  });

test('a process that ends by itself ends every wait, by its name, how it ended, and what it said', async () => {
  await start('echo starting; echo no space left >&2; exit 7');
  const error = await waitForNothing().catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(Infrastructure);
  expect((error as Error).message).toMatch(
    /^paris\/etcd exited with 7, and nobody had ended it\. Its last lines:\n--- .*paris\/etcd\.log\nstarting\nno space left$/,
  );
});

test('one that somebody else kills too', async () => {
  const child = await start('sleep 600; true');
  process.kill(child.pid, 'SIGKILL');
  await expect(waitForNothing()).rejects.toThrow(
    'paris/etcd killed by SIGKILL, and nobody had ended it. It wrote nothing',
  );
});

test('one that ends before it is up says so at once', async () => {
  const child = await start('echo no such flag; exit 2');
  const up = awaitProcess(run, child, { awaited: 'etcd listens', isUp: () => Promise.resolve(false) });
  await expect(up).rejects.toThrow(/^paris\/etcd exited with 2, .*no such flag$/s);
});

test('one that is killed or stopped on purpose ends nothing', async () => {
  await (await start('sleep 600; true')).kill();
  await (await start('sleep 600; true')).stop();
  await start('exit 0');
  await expect(waitForNothing()).rejects.toThrow('exited with 0');
});
