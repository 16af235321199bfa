import { cp, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ExecaError, execa } from 'execa';
import { parse } from 'yaml';
import { chartFolder } from '../cache/chart-entry.ts';
import { HelmError, runHelm } from '../helm/run-helm.ts';
import { NotReached } from './not-reached.ts';
import { MissingTool } from './preparation-error.ts';

export interface GitChart {
  readonly git: string;
  readonly path: string;
  readonly revision: string;
}

const gitTimeout = 60_000;

/** Puts the folder of a chart at a revision of a git repository into `folder`, with the charts that it depends on. */
export async function fetchGitChart(source: GitChart, folder: string): Promise<void> {
  const checkout = await mkdtemp(join(tmpdir(), 'seatrial-git-'));
  try {
    await fetchRevision(source, checkout);
    const chart = join(checkout, join('/', source.path)); // a path with `..` stays inside the checkout
    if (!(await isFile(join(chart, 'Chart.yaml')))) {
      throw new NotReached(`there is no chart in ${source.path} at ${source.revision}`);
    }
    await cp(chart, join(folder, chartFolder), { recursive: true });
    await buildDependencies(join(folder, chartFolder));
  } finally {
    await rm(checkout, { recursive: true, force: true });
  }
}

/** One commit is fetched where the server gives it by its name; some servers give a commit only with its branch. */
async function fetchRevision({ git, revision }: GitChart, checkout: string): Promise<void> {
  await runGit(checkout, ['init', '--quiet']);
  try {
    await runGit(checkout, ['fetch', '--quiet', '--depth', '1', '--', git, revision]);
    await runGit(checkout, ['checkout', '--quiet', 'FETCH_HEAD']);
  } catch (error) {
    if (!(error instanceof NotReached) || !/^[0-9a-f]{7,40}$/.test(revision)) throw error;
    await runGit(checkout, ['fetch', '--quiet', '--tags', '--', git, '+refs/heads/*:refs/remotes/origin/*']);
    await runGit(checkout, ['checkout', '--quiet', '--detach', revision]);
  }
}

async function runGit(cwd: string, args: readonly string[]): Promise<void> {
  try {
    await execa('git', args, {
      cwd,
      timeout: gitTimeout,
      stdin: 'ignore',
      env: {
        GIT_TERMINAL_PROMPT: '0',
        GIT_SSH_COMMAND: 'ssh -o BatchMode=yes -o ConnectTimeout=5',
        LC_ALL: 'C',
      },
    });
  } catch (error) {
    if (!(error instanceof ExecaError)) throw error;
    if (error.code === 'ENOENT') {
      throw new MissingTool(
        'git is not installed, and it fetches charts from git repositories: install git and run `seatrial prepare` again.',
      );
    }
    throw new NotReached(
      error.timedOut ? `git gave no answer in ${gitTimeout / 1000} s` : firstLineOf(String(error.stderr)),
    );
  }
}

function firstLineOf(stderr: string): string {
  const lines = stderr.split('\n').map((line) => line.trim());
  const fatal = lines.find((line) => line.startsWith('fatal: ')) ?? lines.find((line) => line !== '');
  return fatal?.replace(/^fatal: /, '') ?? 'git said nothing';
}

/** A chart in git often names its dependencies without holding them; a packaged one has them inside. */
async function buildDependencies(chart: string): Promise<void> {
  const { dependencies } = parse(await readFile(join(chart, 'Chart.yaml'), 'utf8')) as {
    dependencies?: unknown[];
  };
  const held = await readdir(join(chart, 'charts')).catch(() => []);
  if ((dependencies ?? []).length === 0 || held.length > 0) return;
  try {
    await runHelm({ network: true, timeout: gitTimeout }, () => ['dependency', 'build', chart]);
  } catch (error) {
    throw error instanceof HelmError ? new NotReached(`its dependencies: ${error.message}`) : error;
  }
}

async function isFile(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isFile() ?? false;
}
