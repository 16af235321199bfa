import { execFileSync, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';

const repository = fileURLToPath(new URL('../../../..', import.meta.url));
/** Commands of Nx that run tasks. */
const runs = new Set(['run', 'run-many', 'affected']);

const nxProgram = join(repository, 'node_modules/nx/dist/bin/nx.js');
export const seatrialProgram = join(repository, 'packages/cli/bin/seatrial.mjs');

/** What Nx did with each task of a run: whether it was found in the cache, and whether it succeeded. */
export type Outcome = 'ran' | 'failed' | 'from cache';

/** A git workspace of somebody's, as Nx sees it, with the packages of this repository. */
export interface NxWorkspace {
  readonly root: string;
  readonly write: (path: string, text: string) => void;
  readonly read: (path: string) => string;
  readonly replace: (path: string, from: string, to: string) => void;
  readonly git: (...args: readonly string[]) => string;
  readonly commit: () => void;
  readonly compile: () => void;
  /** The tasks that `nx affected` would run since the last commit but one; nothing is run. */
  readonly affected: (...targets: readonly string[]) => readonly string[];
  /** Runs Nx and returns what became of each task. */
  readonly nx: (...args: readonly string[]) => {
    readonly tasks: Readonly<Record<string, Outcome>>;
    readonly output: string;
    readonly code: number | null;
  };
  /** Forgets every verdict. */
  readonly forget: () => void;
  /** The same workspace, whose Nx sees these variables as well. */
  readonly with: (variables: Readonly<Record<string, string>>) => NxWorkspace;
  readonly remove: () => void;
}

/** A workspace in the temporary folder, with nothing committed yet. */
export function nxWorkspace(files: Readonly<Record<string, string>>): NxWorkspace {
  const root = mkdtempSync(join(tmpdir(), 'seatrial-nx-'));
  const workspace = opened(root, {});
  workspace.write('package.json', '{ "name": "fleets", "private": true, "type": "module" }\n');
  workspace.write('.gitignore', 'node_modules\n.nx\n');
  for (const file of ['nx.json', 'package-lock.json']) cpSync(join(repository, file), join(root, file));
  symlinkSync(join(repository, 'node_modules'), join(root, 'node_modules'));
  for (const [path, text] of Object.entries(files)) workspace.write(path, text);
  workspace.git('init', '--quiet', '--initial-branch=main');
  workspace.git('config', 'user.name', 'test');
  workspace.git('config', 'user.email', 'test@example.com');
  return workspace;
}

function opened(root: string, variables: Readonly<Record<string, string>>): NxWorkspace {
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  const read = (path: string): string => readFileSync(join(root, path), 'utf8');
  const git = (...args: readonly string[]): string =>
    execFileSync('git', [...args], { cwd: root, encoding: 'utf8' });
  const cache = join(root, '.nx/cache');
  const environment = {
    // What a surrounding Nx or CI sets must not reach this one.
    ...Object.fromEntries(
      Object.entries(process.env).filter(([name]) => !/^(NX_|CI$|GITHUB_|SEATRIAL_RUN)/.test(name)),
    ),
    NX_DAEMON: 'false',
    NX_CACHE_DIRECTORY: cache,
    NO_COLOR: '1',
    ...variables,
  };
  const nx = (args: readonly string[]) =>
    spawnSync(process.execPath, [nxProgram, ...args], {
      cwd: root,
      encoding: 'utf8',
      env: environment,
      maxBuffer: 1 << 28,
    });

  return {
    root,
    write,
    read,
    git,
    replace(path, from, to) {
      const text = read(path);
      if (!text.includes(from)) throw new Error(`${path} does not hold ${from}`);
      write(path, text.replace(from, to));
    },
    commit() {
      git('add', '--all');
      git('commit', '--quiet', '--message', 'change');
    },
    compile: () =>
      void execFileSync(process.execPath, [seatrialProgram, 'compile'], { cwd: root, stdio: 'pipe' }),
    affected(...targets) {
      const { stdout, stderr } = nx(['affected', '-t', ...targets, '--base=HEAD~1', '--graph=stdout']);
      if (!stdout.includes('{')) throw new Error(`${stdout}${stderr}`);
      const { tasks } = JSON.parse(stdout) as { tasks: { tasks: Record<string, unknown> } };
      return Object.keys(tasks.tasks).sort();
    },
    nx(...args) {
      rmSync(join(cache, 'run.json'), { force: true });
      const { stdout, stderr, status } = nx(
        runs.has(args[0] ?? '') ? [...args, '--outputStyle=static'] : args,
      );
      return {
        tasks: outcomesIn(join(cache, 'run.json')),
        output: stripVTControlCharacters(`${stdout}${stderr}`),
        code: status,
      };
    },
    forget: () => rmSync(cache, { recursive: true, force: true }),
    with: (more) => opened(root, { ...variables, ...more }),
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

/** Reads Nx's own report of a run; no task at all where it has written none. */
function outcomesIn(file: string): Record<string, Outcome> {
  if (!existsSync(file)) return {};
  const { tasks } = JSON.parse(readFileSync(file, 'utf8')) as {
    tasks: readonly { taskId: string; status: number; cacheStatus: string }[];
  };
  return Object.fromEntries(
    tasks
      .toSorted((a, b) => (a.taskId < b.taskId ? -1 : 1))
      .map(({ taskId, status, cacheStatus }) => [
        taskId,
        status !== 0 ? 'failed' : cacheStatus === 'cache-miss' ? 'ran' : 'from cache',
      ]),
  );
}
