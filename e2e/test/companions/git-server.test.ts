import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { git } from '../../src/companions/git.ts';
import { startGitServer } from '../../src/companions/git-server.ts';
import type { GitServer } from '../../src/lab/lab.ts';
import type { Run } from '../../src/run/run.ts';
import { openTestRun } from '../support/test-run.ts';

let run: Run;
let server: GitServer;
let work: string;

beforeAll(async () => {
  run = await openTestRun();
  server = await startGitServer(run, { address: '127.0.0.1' });
  await server.create('shop/fleet');
  work = join(run.folder, 'work');
  await mkdir(work);
  await git(work, 'init', '--quiet', '--initial-branch=main');
  await git(work, 'remote', 'add', 'origin', server.localUrl('shop/fleet'));
});
afterAll(() => run.supervisor.close());

async function commit(name: string, text: string): Promise<string> {
  await writeFile(join(work, name), text);
  await git(work, 'add', '.');
  await git(work, 'commit', '--quiet', `--message=${name}`);
  return await git(work, 'rev-parse', 'HEAD');
}

test('what is pushed is cloned, branch by branch', async () => {
  // More than git sends in one piece (http.postBuffer, 1 MiB).
  const text = randomBytes(1_500_000).toString('base64');
  const sha = await commit('large.txt', text);
  await git(work, 'push', '--quiet', 'origin', 'main', 'main:prod');
  expect(await git(work, 'ls-remote', '--heads', 'origin')).toBe(
    `${sha}\trefs/heads/main\n${sha}\trefs/heads/prod`,
  );
  await git(run.folder, 'clone', '--quiet', '--branch=prod', server.url('shop/fleet'), 'copy');
  expect(await readFile(join(run.folder, 'copy/large.txt'), 'utf8')).toBe(text);
});

test('a repository that was never made is not found', async () => {
  await expect(git(work, 'ls-remote', server.url('shop/nothing'))).rejects.toMatchObject({
    name: 'Infrastructure',
    message: expect.stringContaining('not found'),
  });
});

test('a server that went away refuses connections and comes back with what it had', async () => {
  const sha = await commit('before.txt', 'before');
  await git(work, 'push', '--quiet', 'origin', 'main');
  await server.stop();
  await expect(git(work, 'ls-remote', 'origin')).rejects.toThrow('Failed to connect');
  await server.start();
  expect(await git(work, 'ls-remote', 'origin', 'main')).toBe(`${sha}\trefs/heads/main`);
});

test('many ask at the same time', async () => {
  const answers = await Promise.all(
    Array.from({ length: 12 }, () => git(work, 'ls-remote', 'origin', 'HEAD')),
  );
  expect(new Set(answers).size).toBe(1);
});
