import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { packAll } from '../pack-all.ts';

const model = 'environments/shop/fleet.ts';
let folder = '';
let root = '';

/** A workspace that knows nothing of this repository: the packages are installed from tarballs, by npm. */
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'seatrial-installed-'));
  root = join(folder, 'workspace');
  mkdirSync(root);
  const tarballs = packAll(join(folder, 'tarballs'));
  write('package.json', JSON.stringify({ name: 'fleets', private: true, type: 'module' }));
  write('.gitignore', 'node_modules\n.nx\n');
  write(
    'nx.json',
    JSON.stringify({
      plugins: ['@seatrial/nx-plugin'],
      sync: { globalGenerators: ['@seatrial/nx-plugin:sync'] },
      defaultBase: 'main',
      analytics: false,
      neverConnectToCloud: true,
      useDaemonProcess: false,
    }),
  );
  succeed('npm', 'install', '--prefer-offline', '--no-audit', '--no-fund', 'nx@24.0.6', ...tarballs);
  succeed('git', 'init', '--quiet', '--initial-branch=main');
  succeed('git', 'config', 'user.name', 'test');
  succeed('git', 'config', 'user.email', 'test@example.com');
}, 600_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a fleet is generated, compiled, verified and validated, and a change runs only what it reaches', () => {
  const plugin = '@seatrial/nx-plugin';
  succeed(
    'nx',
    'g',
    `${plugin}:fleet`,
    'shop',
    '--kubernetes=v1.29',
    '--repository=https://git.example/shop.git',
  );
  succeed(
    'nx',
    'g',
    `${plugin}:cluster`,
    'paris',
    '--fleet=shop',
    '--kubernetes=v1.29',
    '--environments=prod',
  );
  // A policy brings its Rego out of its package, and a type is checked in none of this.
  write(
    model,
    read(model)
      .replace(
        "import { defineFleet } from '@seatrial/compiler';",
        "import { defineFleet } from '@seatrial/compiler';\nimport { denyLatestTag } from '@seatrial/policies';",
      )
      .replace(
        'applications: {',
        'labels: { policy: denyLatestTag.template.metadata.name },\n  applications: {',
      ),
  );
  succeed('seatrial', 'prepare');
  expect(run('nx', 'sync:check').code).toBe(1);
  succeed('nx', 'run-many', '-t', 'compile');
  succeed('nx', 'sync:check');
  commit();
  const first = nx('run-many', '-t', 'validate', 'verify');
  expect(first).toEqual({
    'fleet-shop:validate': 'ran',
    ...Object.fromEntries(
      ['argo-cd', 'lab', 'paris'].flatMap((name) => [
        [`tree-shop-${name}:validate`, 'ran'],
        [`tree-shop-${name}:verify`, 'ran'],
      ]),
    ),
  });

  write(
    model,
    read(model).replace(
      "paris: { kubernetes: '1.29'",
      "paris: { kubernetes: '1.29', storageClasses: ['fast']",
    ),
  );
  succeed('seatrial', 'compile');
  commit();
  expect(nx('affected', '-t', 'validate', '--base=HEAD~1')).toEqual({
    'fleet-shop:validate': 'ran',
    // Without a hub each cluster runs an Argo CD, whose objects lie beside its own.
    'tree-shop-argo-cd:validate': 'ran',
    'tree-shop-paris:validate': 'ran',
  });
  expect(nx('run-many', '-t', 'validate')).toMatchObject({ 'tree-shop-lab:validate': 'from cache' });
});

test('the lock entry of what runs the engines counts, and one that does not matter does not', () => {
  const lock = read('package-lock.json');
  const bump = (name: string): readonly string[] => {
    const locked = JSON.parse(lock) as { packages: Record<string, { version: string }> };
    locked.packages[`node_modules/${name}`]!.version = '999.0.0';
    write('package-lock.json', JSON.stringify(locked, null, 2));
    const { out } = succeed('nx', 'affected', '-t', 'validate', '--base=HEAD', '--graph=stdout');
    write('package-lock.json', lock);
    return Object.keys((JSON.parse(out) as { tasks: { tasks: object } }).tasks.tasks);
  };
  expect(bump('nx')).toEqual([]);
  for (const name of ['@wasmer/sdk', '@seatrial/guests', '@seatrial/validator'])
    expect(bump(name)).toHaveLength(4);
});

test('no package holds a source that Node would have to strip, or a test', () => {
  const files = readdirSync(join(root, 'node_modules/@seatrial'), { recursive: true, encoding: 'utf8' });
  expect(files.filter((file) => /(?<!\.d)\.ts$/.test(file))).toEqual([]);
  expect(files.filter((file) => /(^|\/)test\/|\.test\./.test(file))).toEqual([]);
  expect(files).toContain('guests/kubeconform/go.mod');
});

test('an editor finds the types of a model', () => {
  write(
    'tsconfig.json',
    JSON.stringify({
      compilerOptions: { module: 'nodenext', strict: true, noEmit: true, skipLibCheck: false, types: [] },
      include: ['environments'],
    }),
  );
  const tsc = join(import.meta.dirname, '../../../node_modules/.bin/tsc');
  expect(run(tsc, '-p', root).out).toBe('');
  write('environments/wrong.ts', read(model).replace('port: 8080', 'porrt: 8080'));
  expect(run(tsc, '-p', root).out).toContain("'porrt' does not exist");
});

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

function read(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

function commit(): void {
  succeed('git', 'add', '--all');
  succeed('git', 'commit', '--quiet', '--message', 'change');
}

/** Runs a program of the workspace, or of the machine, on the Node of this process. */
function run(program: string, ...args: readonly string[]): { code: number | null; out: string; err: string } {
  const inherited = Object.entries(process.env).filter(([name]) => !/^(NX_|CI$|GITHUB_|npm_)/.test(name));
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: {
      ...Object.fromEntries(inherited),
      PATH: [join(root, 'node_modules/.bin'), dirname(process.execPath), process.env['PATH']].join(delimiter),
      NX_CACHE_DIRECTORY: join(root, '.nx/cache'),
      NX_DAEMON: 'false',
    },
  });
  if (error !== undefined) throw error;
  return { code: status, out: stdout, err: stderr };
}

function succeed(program: string, ...args: readonly string[]): { out: string; err: string } {
  const { code, out, err } = run(program, ...args);
  if (code !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${code}:\n${out}${err}`);
  return { out, err };
}

/** What became of each task, in Nx's own report. */
function nx(...args: readonly string[]): Record<string, 'ran' | 'from cache'> {
  succeed('nx', ...args, '--outputStyle=static');
  const { tasks } = JSON.parse(read('.nx/cache/run.json')) as {
    tasks: readonly { taskId: string; cacheStatus: string }[];
  };
  return Object.fromEntries(
    tasks.map(({ taskId, cacheStatus }) => [taskId, cacheStatus === 'cache-miss' ? 'ran' : 'from cache']),
  );
}
