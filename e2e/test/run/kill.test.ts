import { spawn, type ChildProcess } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { leftoversOf, processesNaming } from './leftovers.ts';

const program = fileURLToPath(new URL('./rehearsal-program.ts', import.meta.url));
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kill-test-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function rehearse(...more: string[]): ChildProcess {
  return spawn(process.execPath, [program, folder, ...more], {
    env: { ...process.env, TMPDIR: folder },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

async function firstLine({ stdout }: ChildProcess): Promise<string> {
  if (stdout === null) throw new Error('the rehearsal has no stdout');
  for await (const line of createInterface({ input: stdout })) return line;
  throw new Error('the rehearsal wrote nothing');
}

test('nothing is left of a rehearsal that is killed', async () => {
  const rehearsal = rehearse();
  expect(await firstLine(rehearsal)).toBe('started');
  // Its supervisor, three shells, and one that left its group; those that sleep do not name the folder.
  expect(processesNaming(folder).length).toBeGreaterThanOrEqual(6);

  rehearsal.kill('SIGKILL');

  expect(await leftoversOf(folder)).toEqual([]);
  expect(readFileSync(join(folder, 'undone'), 'utf8')).toBe('undone\n');
});

test('nothing is left, whenever it is killed', async () => {
  const kills = Array.from({ length: 6 }, async () => {
    const rehearsal = rehearse();
    await sleep(randomInt(0, 1200));
    rehearsal.kill('SIGKILL');
    await once(rehearsal, 'exit');
  });
  await Promise.all(kills);

  expect(await leftoversOf(folder)).toEqual([]);
});

test('what is kept outlives the rehearsal, until its command removes it', async () => {
  const rehearsal = rehearse('keep');
  const remove = await firstLine(rehearsal);
  await once(rehearsal, 'exit');
  expect(rehearsal.exitCode).toBe(0);
  expect(processesNaming(folder).length).toBeGreaterThanOrEqual(5);
  expect(existsSync(join(folder, 'undone'))).toBe(false);

  spawn('sh', ['-c', remove]);

  expect(await leftoversOf(folder)).toEqual([]);
  expect(existsSync(join(folder, 'undone'))).toBe(true);
});
