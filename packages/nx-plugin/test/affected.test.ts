import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
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
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';

const repository = fileURLToPath(new URL('../../..', import.meta.url));
const lockFile = 'package-lock.json';
let root = '';

/** A workspace with two cluster trees, as Nx sees it. */
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'seatrial-affected-'));
  write('package.json', '{ "name": "fleets", "private": true }');
  write('.gitignore', 'node_modules\n.nx\n');
  write('environments/shop/fleet.ts', 'throw new Error("the graph runs no model");\n');
  for (const cluster of ['paris', 'dublin']) {
    write(`clusters/shop/${cluster}/prod/api/kustomization.yaml`, 'resources: [../../../base/api]\n');
  }
  write('clusters/shop/base/api/kustomization.yaml', 'resources: [../../../../shared/rules]\n');
  write('clusters/shop/argo-cd/root.yaml', 'kind: Application\n');
  write('shared/rules/kustomization.yaml', 'resources: []\n');
  for (const file of ['nx.json', lockFile]) cpSync(join(repository, file), join(root, file));
  symlinkSync(join(repository, 'node_modules'), join(root, 'node_modules'));
  git('init', '--quiet');
  git('add', '--all');
  git('-c', 'user.name=test', '-c', 'user.email=test@example.com', 'commit', '--quiet', '--message', 'first');
});
afterEach(() => void git('checkout', '--quiet', '.'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const both = ['tree-shop-dublin:verify', 'tree-shop-paris:verify'];
const all = ['tree-shop-argo-cd:verify', ...both];

test.each([
  ['nothing', () => {}, []],
  ['the model', () => touch('environments/shop/fleet.ts'), []],
  [
    "one cluster's tree",
    () => touch('clusters/shop/paris/prod/api/kustomization.yaml'),
    ['tree-shop-paris:verify'],
  ],
  ['a base', () => touch('clusters/shop/base/api/kustomization.yaml'), both],
  ["a folder of the author's that a base leads to", () => touch('shared/rules/kustomization.yaml'), both],
  ["Argo CD's tree", () => touch('clusters/shop/argo-cd/root.yaml'), ['tree-shop-argo-cd:verify']],
  ['a locked package that no verdict depends on', () => lock('knip'), []],
  ['a locked package that runs the engines', () => lock('@wasmer/sdk'), all],
])('nx affected after a change of %s', (_name, change, tasks) => {
  change();
  expect(affected()).toEqual(tasks);
});

/** The tasks that Nx would run; nothing is run. */
function affected(): string[] {
  const nx = join(repository, 'node_modules/nx/dist/bin/nx.js');
  // What a surrounding Nx or CI sets must not reach this one.
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('NX_'));
  const output = execFileSync(
    process.execPath,
    [nx, 'affected', '-t', 'verify', '--base=HEAD', '--graph=stdout'],
    {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...Object.fromEntries(inherited), NX_DAEMON: 'false' },
    },
  );
  const { tasks } = JSON.parse(output) as { tasks: { tasks: Record<string, unknown> } };
  return Object.keys(tasks.tasks).sort();
}

function lock(name: string): void {
  const locked = JSON.parse(readFileSync(join(root, lockFile), 'utf8')) as {
    packages: Record<string, { version: string }>;
  };
  locked.packages[`node_modules/${name}`]!.version = '999.0.0';
  write(lockFile, `${JSON.stringify(locked, null, 2)}\n`);
}

function touch(path: string): void {
  appendFileSync(join(root, path), '# changed\n');
}

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

function git(...args: string[]): void {
  execFileSync('git', args, { cwd: root });
}
