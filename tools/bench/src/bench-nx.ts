import { execFile } from 'node:child_process';
import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { measure, measureInTurn, measureNode, type Run } from './measure.ts';
import { seconds, type Row } from './row.ts';
import { runSeatrial } from './run-seatrial.ts';
import { seatrial } from './seatrial.ts';
import type { Workspace } from './workspace.ts';

const nx = fileURLToPath(new URL('../../../node_modules/.bin/nx', import.meta.url));
const guestStart = fileURLToPath(new URL('./guest-start.ts', import.meta.url));
const bareNx = fileURLToPath(new URL('./bare-nx', import.meta.url));
const lockFile = fileURLToPath(new URL('../../../package-lock.json', import.meta.url));

/**
 * What Nx adds: a verdict on one changed tree against the least that Nx and the guest take, and all trees in one batch
 * against the command line, beside as many tasks of Nx that do nothing. Both workspaces are prepared; all objects but the changed ones are known from an earlier run.
 */
export async function benchNx(single: Workspace, many: Workspace, rounds: number): Promise<readonly Row[]> {
  for (const workspace of [single, many]) await commitWithNx(workspace);
  let edits = 0;
  const ofOne = await measureInTurn(rounds, {
    show: () => runNx(single, 'show', 'projects'),
    guest: () => measureNode({ args: [guestStart], cwd: single.folder }),
    affected: async () => {
      await single.moveCluster('c042', `nx-${(edits += 1)}`);
      await runSeatrial(single, ['compile', 'bench']);
      await commit(single);
      return runNx(single, 'affected', '-t', 'validate', '--base=HEAD~1');
    },
  });
  const ofAll = await measureInTurn(rounds, {
    batch: async () => {
      await forget(many);
      return runNx(many, 'run-many', '-t', 'validate');
    },
    kept: () => runNx(many, 'run-many', '-t', 'validate'),
    bare: () => runBareNx(many),
    alone: () => measureNode({ args: [seatrial, 'validate', 'bench'], cwd: many.folder }),
  });
  const worker = await batchSeconds(many);
  const least = 3 * ofOne.show.seconds + ofOne.guest.seconds;
  return [
    {
      what: `nx affected -t validate, 1 of ${single.clusterCount} trees changed`,
      ours: seconds(ofOne.affected.seconds),
      theirs: `3 × nx show projects ${seconds(ofOne.show.seconds)} + guest ${seconds(ofOne.guest.seconds)}`,
      value: ofOne.affected.seconds / least,
      goal: 1,
      unit: 'ratio',
    },
    {
      what: `${many.clusterCount} trees by the batch executor, against seatrial validate`,
      ours: seconds(worker),
      theirs: seconds(ofAll.alone.seconds),
      value: worker / ofAll.alone.seconds,
      goal: 1.2,
      unit: 'ratio',
    },
    {
      what: 'the same as a whole command of Nx, against that and as many tasks that do nothing',
      ours: seconds(ofAll.batch.seconds),
      theirs: `${seconds(ofAll.alone.seconds)} + ${seconds(ofAll.bare.seconds)}`,
      value: ofAll.batch.seconds / (ofAll.alone.seconds + ofAll.bare.seconds),
      goal: 1.2,
      unit: 'ratio',
    },
    {
      what: 'the same with every verdict kept, against as many tasks that do nothing',
      ours: seconds(ofAll.kept.seconds),
      theirs: seconds(ofAll.bare.seconds),
      value: ofAll.kept.seconds / ofAll.bare.seconds,
      goal: 1,
      unit: 'ratio',
    },
  ];
}

/** What the last batch took, as Nx was told: from the first to the last moment of its tasks. */
async function batchSeconds(workspace: Workspace): Promise<number> {
  await forget(workspace);
  await runNx(workspace, 'run-many', '-t', 'validate');
  const { tasks } = JSON.parse(await readFile(join(cacheOf(workspace), 'run.json'), 'utf8')) as {
    tasks: readonly { startTime: string; endTime: string }[];
  };
  const times = tasks.flatMap(({ startTime, endTime }) => [Date.parse(startTime), Date.parse(endTime)]);
  return (Math.max(...times) - Math.min(...times)) / 1000;
}

/** Makes the workspace one of Nx and of git, with every verdict found once. */
async function commitWithNx(workspace: Workspace): Promise<void> {
  const { folder } = workspace;
  await usePlugin(workspace, '@seatrial/nx-plugin');
  await writeFile(join(folder, '.gitignore'), 'node_modules\n.nx\n');
  await cp(lockFile, join(folder, 'package-lock.json'));
  await runSeatrial(workspace, ['compile', 'bench']);
  await git(workspace, 'init', '--quiet', '--initial-branch=main');
  await commit(workspace);
  await runNx(workspace, 'run-many', '-t', 'validate');
}

async function usePlugin({ folder }: Workspace, plugin: string): Promise<void> {
  const settings = {
    plugins: [plugin],
    analytics: false,
    neverConnectToCloud: true,
    useDaemonProcess: false,
  };
  await writeFile(join(folder, 'nx.json'), JSON.stringify(settings));
}

/** Nothing kept, and nothing to do: what is left is Nx. */
async function runBareNx(workspace: Workspace): Promise<Run> {
  await cp(bareNx, join(workspace.folder, 'bare-nx'), { recursive: true });
  await usePlugin(workspace, './bare-nx/plugin.mjs');
  await forget(workspace);
  try {
    return await runNx(workspace, 'run-many', '-t', 'validate');
  } finally {
    await usePlugin(workspace, '@seatrial/nx-plugin');
    await rm(join(workspace.folder, 'bare-nx'), { recursive: true, force: true });
  }
}

async function commit(workspace: Workspace): Promise<void> {
  await git(workspace, 'add', '--all');
  const author = ['-c', 'user.name=bench', '-c', 'user.email=bench@example.com'];
  await git(workspace, ...author, 'commit', '--quiet', '--message', 'change');
}

async function git({ folder }: Workspace, ...args: readonly string[]): Promise<void> {
  await promisify(execFile)('git', args, { cwd: folder });
}

/** Drops every verdict, and lets Nx look at the files: it does so anew after a change of its settings. */
async function forget(workspace: Workspace): Promise<void> {
  await rm(cacheOf(workspace), { recursive: true, force: true });
  await runNx(workspace, 'show', 'projects');
}

const cacheOf = ({ folder }: Workspace): string => join(folder, '.nx/cache');

function runNx(workspace: Workspace, ...args: readonly string[]): Promise<Run> {
  const env = { NX_CACHE_DIRECTORY: cacheOf(workspace), NX_DAEMON: 'false' };
  // Its plugins are processes of their own, so that the memory of one says nothing.
  return measure({ program: process.execPath, args: [nx, ...args], cwd: workspace.folder, env });
}
