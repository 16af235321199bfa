import { execFile } from 'node:child_process';
import { cp, mkdir, readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { onTestFinished } from 'vitest';
import { runHelm } from '../../../src/helm/run-helm.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** The source of the chart `greeter` 1.2.3. */
export const greeter = fileURLToPath(new URL('../../fixtures/charts/greeter', import.meta.url));

/** A Helm repository in a folder, made by the real helm: the package of `greeter` and, unless `bare`, an index. */
export async function repositoryFolder({ bare = false }: { readonly bare?: boolean } = {}): Promise<string> {
  const folder = await temporaryFolder();
  const run = { network: false, timeout: 60_000 };
  await runHelm(run, () => ['package', greeter, '--destination', folder]);
  if (!bare) await runHelm(run, () => ['repo', 'index', folder]);
  return folder;
}

export interface Served {
  readonly url: string;
  /** Paths that were asked for, in order. */
  readonly asked: string[];
}

/** Serves a folder on loopback until the test ends. */
export async function serve(folder: string): Promise<Served> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    asked.push(path);
    readFile(join(folder, new URL(path, 'http://localhost').pathname)).then(
      (content) => response.end(content),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(
    () => new Promise<void>((resolve) => (server.closeAllConnections(), server.close(() => resolve()))),
  );
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

export interface GitRepository {
  /** A bare repository with the chart in `charts/greeter`, tagged `v1`; the branch `main` has one commit more. */
  readonly path: string;
  /** The commit below `v1`. */
  readonly commit: string;
}

export async function gitRepository(): Promise<GitRepository> {
  const folder = await temporaryFolder();
  const work = join(folder, 'work');
  await mkdir(join(work, 'charts'), { recursive: true });
  await cp(greeter, join(work, 'charts', 'greeter'), { recursive: true });
  await git(work, 'init', '--quiet', '--initial-branch', 'main');
  await git(work, 'add', '.');
  await git(work, 'commit', '--quiet', '--message', 'chart');
  await git(work, 'tag', 'v1');
  const commit = (await git(work, 'rev-parse', 'HEAD')).trim();
  await git(work, 'commit', '--quiet', '--allow-empty', '--message', 'later');
  await git(folder, 'clone', '--quiet', '--bare', work, 'bare.git');
  return { path: join(folder, 'bare.git'), commit };
}

/** Runs git in a folder with an identity of its own and nothing of the user's settings. */
export async function git(cwd: string, ...args: readonly string[]): Promise<string> {
  const identity = {
    GIT_AUTHOR_NAME: 'a',
    GIT_AUTHOR_EMAIL: 'a@example.com',
    GIT_COMMITTER_NAME: 'a',
    GIT_COMMITTER_EMAIL: 'a@example.com',
  };
  const { stdout } = await promisify(execFile)('git', args, {
    cwd,
    env: { ...process.env, ...identity, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' },
  });
  return stdout;
}
