import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createNodes } from '../src/index.ts';

let root = '';
beforeEach(() => void (root = mkdtempSync(join(tmpdir(), 'seatrial-nx-'))));
afterEach(() => rmSync(root, { recursive: true, force: true }));

function write(files: Record<string, string>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
}

/** What Nx does with the plugin: the files that match its pattern go in, projects by root come out. */
async function projects(files: readonly string[]) {
  const results = await createNodes[1](files, undefined, { workspaceRoot: root, nxJsonConfiguration: {} });
  return Object.assign({}, ...results.map(([, { projects: inferred }]) => inferred)) as Record<
    string,
    NonNullable<(typeof results)[number][1]['projects']>[string]
  >;
}

const files = [
  'clusters/shop/argo-cd/projects/api.yaml',
  'clusters/shop/base/api/deployment.yaml',
  'clusters/shop/base/api/patches/replicas.yaml',
  'clusters/shop/docs/DR_RUNBOOK.md',
  'clusters/shop/dublin/prod/api/kustomization.yaml',
  'clusters/shop/paris/prod/api/kustomization.yaml',
  'clusters/shop/paris/prod/api/patches.yaml',
  'clusters/shop/paris/prod/db/postgresql.values.yaml',
  'environments/shop/fleet.ts',
  'environments/shop/extra/fleet.ts',
];

test('a project for each fleet, each cluster tree and the tree of Argo CD, and no other', async () => {
  const inferred = await projects(files);
  expect(
    Object.fromEntries(
      Object.entries(inferred).map(([folder, { name, targets }]) => [folder, [name, Object.keys(targets!)]]),
    ),
  ).toEqual({
    'environments/shop': ['fleet-shop', ['compile']],
    'clusters/shop/argo-cd': ['tree-shop-argo-cd', ['validate', 'verify']],
    'clusters/shop/dublin': ['tree-shop-dublin', ['validate', 'verify']],
    'clusters/shop/paris': ['tree-shop-paris', ['validate', 'verify']],
  });
});

test('the model is never run: a fleet.ts that cannot be loaded makes its project all the same', async () => {
  write({ 'environments/shop/fleet.ts': 'throw new Error("run");' });
  expect(Object.keys(await projects(['environments/shop/fleet.ts']))).toEqual(['environments/shop']);
});

test('compile is not cached and owns no outputs', async () => {
  const { 'environments/shop': fleet } = await projects(files);
  expect(fleet?.targets?.['compile']).toEqual({
    command: 'seatrial compile shop',
    options: { cwd: '{workspaceRoot}' },
    cache: false,
  });
});

test('a tree is checked with one command each, cached on what it holds and never on the model', async () => {
  const { 'clusters/shop/paris': paris } = await projects(files);
  const { validate, verify } = paris!.targets!;
  expect(validate).toMatchObject({
    command: 'seatrial validate shop --cluster paris',
    cache: true,
    outputs: [],
  });
  expect(verify).toMatchObject({ command: 'seatrial verify shop --cluster paris', cache: true, outputs: [] });
  expect(validate!.inputs).toEqual(
    expect.arrayContaining([
      '{projectRoot}/**/*',
      '{workspaceRoot}/clusters/shop/base/**/*',
      '{workspaceRoot}/tools/guests/**/*',
      { externalDependencies: [] },
    ]),
  );
  expect(verify!.inputs).toEqual(validate!.inputs);
  expect(JSON.stringify(verify!.inputs)).not.toContain('environments');
});

test('folders of the author that a base leads to count, through one another, and so does one of the overlay', async () => {
  write({
    'clusters/shop/base/api/kustomization.yaml':
      'resources:\n  - ../../../../shared/rules\n  - ./deployment.yaml\n',
    'shared/rules/kustomization.yaml': 'resources: [rules.yaml, "../common/"]\n',
    'shared/common/kustomization.yml': 'configMapGenerator:\n- files: [ca=../../certificates/ca.pem]\n',
    'clusters/shop/paris/prod/api/kustomization.yaml':
      'resources:\n- ../../../base/api\n- ../../../../../shared/paris\n',
  });
  const { 'clusters/shop/paris': paris, 'clusters/shop/dublin': dublin } = await projects(files);
  const foreign = (inputs: unknown[] | undefined) =>
    inputs!.filter(
      (input) => typeof input === 'string' && !/clusters|packages|tools|projectRoot/.test(input),
    );
  const shared = ['certificates', 'shared/common', 'shared/rules'].map(
    (folder) => `{workspaceRoot}/${folder}/**/*`,
  );
  expect(foreign(dublin!.targets!['verify']!.inputs)).toEqual(shared);
  expect(foreign(paris!.targets!['verify']!.inputs)).toEqual([
    ...shared.slice(0, 2),
    '{workspaceRoot}/shared/paris/**/*',
    ...shared.slice(2),
  ]);
});

test('kustomizations that lead to each other in a circle end', async () => {
  write({
    'clusters/shop/base/api/kustomization.yaml': 'resources: [../../../../one]\n',
    'one/kustomization.yaml': 'resources: [../two]\n',
    'two/kustomization.yaml': 'resources: [../one]\n',
  });
  expect(Object.keys(await projects(files))).toHaveLength(4);
});

test('a tree knows its fleet where the workspace holds the model, and stands alone where it does not', async () => {
  expect((await projects(files))['clusters/shop/paris']?.implicitDependencies).toEqual(['fleet-shop']);
  const trees = files.filter((file) => file.startsWith('clusters/'));
  expect((await projects(trees))['clusters/shop/paris']?.implicitDependencies).toBeUndefined();
});
