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
  'clusters/shop/dublin/facts.json',
  'clusters/shop/lab/facts.json',
  'clusters/shop/paris/facts.json',
  'environments/shop/fleet.ts',
];

function facts(applications: readonly string[], argoCd?: string): string {
  return JSON.stringify({ kubernetes: '1.34.2', applications, argoCd, facts: '1'.repeat(64) });
}

beforeEach(() =>
  write({
    'clusters/shop/dublin/facts.json': facts(['api'], 'argo-cd'),
    'clusters/shop/lab/facts.json': facts(['logs']),
    'clusters/shop/paris/facts.json': facts(['api', 'web']),
  }),
);

/** The inputs that are files of the tree or of the author. */
function folders(inputs: readonly unknown[] | undefined): string[] {
  return inputs!
    .filter((input) => typeof input === 'string')
    .map((input) => input.replace('{workspaceRoot}/', ''));
}

test('a project for each fleet, each cluster tree and the tree of Argo CD, and no other', async () => {
  const inferred = await projects(files);
  expect(
    Object.fromEntries(
      Object.entries(inferred).map(([folder, { name, targets }]) => [folder, [name, Object.keys(targets!)]]),
    ),
  ).toEqual({
    'environments/shop': ['fleet-shop', ['compile', 'validate', 'rehearse', 'cluster-up']],
    'clusters/shop/argo-cd': ['tree-shop-argo-cd', ['validate', 'verify']],
    'clusters/shop/dublin': ['tree-shop-dublin', ['validate', 'verify']],
    'clusters/shop/lab': ['tree-shop-lab', ['validate', 'verify']],
    'clusters/shop/paris': ['tree-shop-paris', ['validate', 'verify']],
  });
});

test('no other file makes a project', async () => {
  const others = [
    'clusters/shop/facts.json',
    'clusters/shop/lab/dev/facts.json',
    'environments/shop/extra/fleet.ts',
    'elsewhere/shop/lab/facts.json',
  ];
  expect(Object.keys(await projects(others))).toEqual([]);
});

test('the model is never run: a fleet.ts that cannot be loaded makes its project all the same', async () => {
  write({ 'environments/shop/fleet.ts': 'throw new Error("run");' });
  expect(Object.keys(await projects(['environments/shop/fleet.ts']))).toEqual(['environments/shop']);
});

test('a rehearsal is never taken from a cache, has the machine for itself, and the clusters stay up beside other tasks', async () => {
  const { 'environments/shop': fleet } = await projects(files);
  expect(fleet?.targets?.['rehearse']).toEqual({
    executor: 'nx:run-commands',
    options: { command: 'seatrial rehearse shop' },
    cache: false,
    parallelism: false,
  });
  expect(fleet?.targets?.['cluster-up']).toMatchObject({ cache: false, continuous: true });
});

test('compile is not cached and owns no outputs', async () => {
  const { 'environments/shop': fleet } = await projects(files);
  expect(fleet?.targets?.['compile']).toEqual({
    executor: '@seatrial/nx-plugin:compile',
    options: { fleet: 'shop' },
    cache: false,
  });
});

test('verdicts are cached on what the tree holds and never on the model', async () => {
  const inferred = await projects(files);
  const { validate, verify } = inferred['clusters/shop/paris']!.targets!;
  const options = { fleet: 'shop', cluster: 'paris' };
  expect(validate).toMatchObject({
    executor: '@seatrial/nx-plugin:validate',
    options,
    cache: true,
    outputs: [],
  });
  expect(verify).toMatchObject({ executor: '@seatrial/nx-plugin:verify', options, cache: true, outputs: [] });
  expect(inferred['clusters/shop/argo-cd']!.targets!['validate']).toMatchObject({
    options: { fleet: 'shop', argoCd: true },
  });
  expect(verify!.inputs).toEqual(validate!.inputs);
  for (const { targets } of Object.values(inferred)) {
    const inputs = targets!['validate']!.inputs!;
    expect(JSON.stringify(inputs)).not.toContain('environments');
    expect(inputs).toEqual(expect.arrayContaining([{ externalDependencies: [] }, { env: 'SEATRIAL_RUN' }]));
  }
});

test('a cluster hangs on its own files and on the bases of its applications', async () => {
  write({
    'clusters/shop/base/api/kustomization.yaml': 'resources: []\n',
    'clusters/shop/base/web/kustomization.yaml': 'resources: []\n',
    'clusters/shop/base/logs/values/loki.yaml': 'a: 1\n',
  });
  const inferred = await projects(files);
  const inputsOf = (tree: string) => folders(inferred[`clusters/shop/${tree}`]!.targets!['validate']!.inputs);
  const own = '{projectRoot}/**/*';
  const [api, logs, web] = ['api', 'logs', 'web'].map((name) => `clusters/shop/base/${name}/**/*`);
  expect(inputsOf('paris')).toEqual([own, api, web]);
  expect(inputsOf('lab')).toEqual([own, logs]);
  // What Argo CD is told lies on the cluster where it runs, beside that cluster's own objects.
  expect(inputsOf('dublin')).toEqual([own, api, 'clusters/shop/argo-cd/**/*']);
  expect(inputsOf('argo-cd')).toEqual([own, 'clusters/shop/dublin/**/*', api, 'clusters/shop/argo-cd/**/*']);
  expect(folders(inferred['environments/shop']!.targets!['validate']!.inputs)).toEqual([
    'clusters/shop/**/*',
  ]);
});

test('clusters of the same applications name the same files, so that Nx looks for them once', async () => {
  write({
    'clusters/shop/base/api/kustomization.yaml': 'resources: []\n',
    'clusters/shop/lab/facts.json': facts(['api', 'web']),
  });
  const { 'clusters/shop/paris': paris, 'clusters/shop/lab': lab } = await projects(files);
  expect(lab!.targets!['validate']!.inputs).toEqual(paris!.targets!['validate']!.inputs);
});

test.each([
  ['of another compiler', '{ "generatedBy": "seatrial compile" }'],
  ['with applications that are no names', '{ "applications": [1] }'],
  ['in the middle of a merge', '<<<<<<< HEAD\n'],
])('with facts %s, the whole tree counts', async (_, text) => {
  write({
    'clusters/shop/base/api/kustomization.yaml': 'resources: [../../../../shared]\n',
    'clusters/shop/paris/facts.json': text,
  });
  const { 'clusters/shop/paris': paris } = await projects(files);
  expect(folders(paris!.targets!['validate']!.inputs)).toEqual([
    '{projectRoot}/**/*',
    'clusters/shop/**/*',
    'shared/**/*',
  ]);
});

test('folders of the author that a base leads to count, through one another', async () => {
  write({
    'clusters/shop/base/api/kustomization.yaml':
      'resources:\n  - ../../../../shared/rules\n  - ./deployment.yaml\n',
    'shared/rules/kustomization.yaml': 'resources: [rules.yaml, "../common/"]\n',
    'shared/common/kustomization.yml': 'configMapGenerator:\n- files: [ca=../../certificates/ca.pem]\n',
  });
  const inferred = await projects(files);
  const foreign = (root: string) =>
    folders(inferred[root]!.targets!['validate']!.inputs).filter((input) =>
      /^(shared|certificates)/.test(input),
    );
  const shared = ['certificates', 'shared/common', 'shared/rules'].map((folder) => `${folder}/**/*`);
  for (const root of ['clusters/shop/dublin', 'clusters/shop/argo-cd', 'environments/shop'])
    expect(foreign(root)).toEqual(shared);
  expect(foreign('clusters/shop/lab')).toEqual([]);
});

test('kustomizations that lead to each other in a circle end', async () => {
  write({
    'clusters/shop/base/api/kustomization.yaml': 'resources: [../../../../one]\n',
    'one/kustomization.yaml': 'resources: [../two]\n',
    'two/kustomization.yaml': 'resources: [../one]\n',
  });
  expect(Object.keys(await projects(files))).toHaveLength(5);
});

test('a tree knows its fleet where the workspace holds the model, and stands alone where it does not', async () => {
  expect((await projects(files))['clusters/shop/paris']?.implicitDependencies).toEqual(['fleet-shop']);
  const trees = files.filter((file) => file.startsWith('clusters/'));
  expect((await projects(trees))['clusters/shop/paris']?.implicitDependencies).toBeUndefined();
});

test.each([
  ['package-lock.json without Seatrial', 'package-lock.json', '{ "packages": {} }'],
  ['the lock file of pnpm', 'pnpm-lock.yaml', 'lockfileVersion: 9\n'],
  ['the lock file of yarn', 'yarn.lock', '# yarn\n'],
])('%s counts as a whole', async (_, file, text) => {
  write({ [file]: text });
  const { 'clusters/shop/paris': paris } = await projects(files);
  expect(folders(paris!.targets!['validate']!.inputs)).toContain(file);
});
