import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Infrastructure } from '../../src/run/outcome-errors.ts';
import { startSupervisor } from '../../src/run/start-supervisor.ts';
import type { Child, Supervisor } from '../../src/run/supervisor.ts';
import { leftoversOf, processesNaming } from './leftovers.ts';

let outer: string;
let folder: string;
let supervisor: Supervisor;

beforeEach(async () => {
  outer = mkdtempSync(join(tmpdir(), 'supervisor-test-'));
  folder = join(outer, 'seatrial-run');
  supervisor = await startSupervisor({ id: 'a2b3c4', folder });
});
afterEach(async () => {
  await supervisor.close();
  expect(await leftoversOf(outer)).toEqual([]);
  rmSync(outer, { recursive: true });
});

const start = (script: string, name = 'one'): Promise<Child> =>
  supervisor.start({ name, file: 'sh', args: ['-c', `${script} # ${outer}`] });
const sleeper = 'sleep 600; true';

test('it says how a process ended', async () => {
  const failed = await start('exit 7');
  expect(await failed.ended).toBe('exited with 7');
  const killed = await start(sleeper);
  await killed.kill();
  expect(await killed.ended).toBe('killed by SIGKILL');
  expect(supervisor.running()).toEqual([]);
});

test('it tells of the first process that nobody has ended, and of no other', async () => {
  const [killed, stopped, first, second] = await Promise.all(
    ['a', 'b', 'c', 'd'].map((name) => start(sleeper, name)),
  );
  await killed?.kill();
  await stopped?.stop();
  const told = vi.fn();
  void supervisor.loss.then(told);
  process.kill(first?.pid ?? 0, 'SIGKILL');
  await supervisor.loss;
  process.kill(second?.pid ?? 0, 'SIGTERM');
  await second?.ended;
  expect(told.mock.calls).toEqual([[first]]);
});

test('a process that ends at once is a loss too, and the end of everything is none', async () => {
  const told = vi.fn();
  void supervisor.loss.then(told);
  const child = await start(sleeper);
  await supervisor.close();
  expect(await child.ended).toBe('killed by SIGTERM');
  expect(told).not.toHaveBeenCalled();
  supervisor = await startSupervisor({ id: 'a2b3c4', folder });
  const brief = await start('exit 0');
  expect(await supervisor.loss).toBe(brief);
});

test('a program that is not there is an infrastructure failure', async () => {
  await expect(supervisor.start({ name: 'none', file: join(outer, 'none'), args: [] })).rejects.toThrow(
    /cannot start .*none.*ENOENT/,
  );
  expect(supervisor.running()).toEqual([]);
});

test('a process gets the environment that it is given, and what is its own', async () => {
  const child = await supervisor.start({
    name: 'a/b',
    file: 'sh',
    args: ['-c', 'env; echo oops >&2'],
    environment: { OWN: 'yes' },
  });
  await child.ended;
  const log = readFileSync(child.log, 'utf8');
  expect(child.log).toBe(join(folder, 'logs/a/b.log'));
  expect(log).toContain('OWN=yes');
  expect(log).toContain('SEATRIAL_REHEARSAL=a2b3c4');
  expect(log).toContain(`TMPDIR=${join(folder, 'tmp/a/b')}`);
  expect(log).toContain('oops');
  expect(log).not.toContain('VITEST');
});

test('a process is stopped with all that it started, also when it is frozen or does not listen', async () => {
  const frozen = await start(sleeper, 'frozen');
  await frozen.signal('SIGSTOP');
  const deaf = await start(`trap '' TERM; ${sleeper}; ${sleeper}`, 'deaf');
  const parent = await start(`sh -c '${sleeper} # ${outer}' & ${sleeper}`, 'parent');
  await Promise.all([frozen.stop(), deaf.stop(), parent.stop()]);
  expect(await deaf.ended).toBe('killed by SIGKILL');
  expect(await frozen.ended).toBe('killed by SIGTERM');
  expect(processesNaming(outer).filter((line) => !line.includes('supervisor-program'))).toEqual([]);
});

test('it undoes newest first, after every process has ended, what was not taken back', async () => {
  const diary = join(outer, 'diary');
  const write = (word: string): [string, ...string[]] => ['sh', '-c', `echo ${word} >> ${diary}`];
  mkdirSync(join(outer, 'more'));
  await supervisor.remove(join(outer, 'more'));
  const armed = join(outer, 'armed');
  await start(`trap 'echo process >> ${diary}; exit' TERM; touch ${armed}; while true; do sleep 0.02; done`);
  await vi.waitFor(() => expect(existsSync(armed)).toBe(true));
  await supervisor.undo(write('first'));
  await supervisor.undo(write('forgotten'));
  await supervisor.undo(['sh', '-c', 'exit 1']);
  await supervisor.undo(['sh', '-c', `echo $WORD >> ${diary}`], { WORD: 'last' });
  await supervisor.forget(write('forgotten'));
  expect(await supervisor.close()).toEqual([expect.stringContaining('sh -c exit 1: ')]);
  expect(await supervisor.close()).toHaveLength(1);
  expect(readFileSync(diary, 'utf8').split('\n')).toEqual(['process', 'last', 'first', '']);
  expect(existsSync(folder)).toBe(false);
  expect(existsSync(join(outer, 'more'))).toBe(false);
});

test('closing twice closes once', async () => {
  await start(sleeper);
  expect(await Promise.all([supervisor.close(), supervisor.close()])).toEqual([[], []]);
});

test.each(['SIGTERM', 'SIGKILL'])(
  'after %s to the supervisor itself nothing is left, and nothing starts any more',
  async (signal) => {
    const child = await start(sleeper);
    await supervisor.undo(['sh', '-c', `echo undone >> ${outer}/undone`]);
    const [pid = ''] =
      processesNaming(folder)
        .find((line) => line.includes('supervisor-program'))
        ?.split(' ') ?? [];
    execFileSync('kill', [`-${signal}`, pid]);
    await child.ended;
    expect(await leftoversOf(outer)).toEqual([]);
    await expect(start(sleeper)).rejects.toThrow(Infrastructure);
    await supervisor.close();
    expect(readFileSync(join(outer, 'undone'), 'utf8')).toBe('undone\n');
  },
);
