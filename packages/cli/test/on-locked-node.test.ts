import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { temporaryWorkspace } from './temporary-workspace.ts';

const entry = join(import.meta.dirname, '../bin/on-locked-node.mjs');
/** A Node that says it is an old one. */
const old = `data:text/javascript,Object.defineProperty(process.versions,'node',{value:'20.1.0'})`;

/** A program that the entry starts on the Node of npm, and that works until it is ended. */
const work = `
import { run } from ${JSON.stringify(entry)};
import { writeFileSync } from 'node:fs';
await run(async () => {
  process.on('SIGTERM', () => { writeFileSync('ended', ''); process.exit(130); });
  process.stdout.write(process.pid + ' ' + process.versions.node + '\\n');
  return new Promise(() => setInterval(() => {}, 1000));
});
`;

test('what runs on another Node ends with the Node that started it, also when that one is killed', async () => {
  const { root, put } = temporaryWorkspace();
  put('work.mjs', work);
  const outer = spawn(process.execPath, ['--import', old, 'work.mjs'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(outer.stdout, 'data')) as [Buffer];
  const [pid = '', version = ''] = line.toString().trim().split(' ');
  expect(Number(pid)).not.toBe(outer.pid);
  expect(version).toBe(process.versions.node);

  outer.kill('SIGKILL');

  await vi.waitFor(() => expect(existsSync(join(root, 'ended'))).toBe(true), 10_000);
});

test('a request to end is passed on, and the exit code comes back', async () => {
  const { root, put } = temporaryWorkspace();
  put('work.mjs', work);
  const outer = spawn(process.execPath, ['--import', old, 'work.mjs'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(outer.stdout, 'data');
  outer.kill('SIGTERM');
  expect(await once(outer, 'exit')).toEqual([130, null]);
});
