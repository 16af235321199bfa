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
  'clusters/shop/lab/dev/logs/values/loki.yaml',
  'clusters/shop/paris/prod/api/kustomization.yaml',
  'clusters/shop/paris/prod/api/patches.yaml',
  'environments/shop/fleet.ts',
  'environments/shop/extra/fleet.ts',
];

const record = JSON.stringify({
  files: {},
  clusters: {
    dublin: { applications: ['api'], argoCd: 'argo-cd' },
    lab: { applications: ['logs'] },
    paris: { applications: ['api', 'web'] },
  },
});

/** The inputs that are files of the tree or of the author. */
function folders(inputs: readonly unknown[] | undefined): string[] {
  return inputs!
    .filter((input) => typeof input === 'string')
    .map((input) => input.replace('{workspaceRoot}/', ''));
}

function recordFields(inputs: readonly unknown[] | undefined): unknown {
  return inputs!.flatMap((input) =>
    typeof input === 'object' &&
    input !== null &&
    'json' in input &&
    String(input.json).endsWith('.seatrial.json')
      ? [input]
      : [],
  );
}

test('a project for each fleet, each cluster tree and the tree of Argo CD, and no other', async () => {
  const inferred = await projects(files);
  expect(
    Object.fromEntries(
      Object.entries(inferred).map(([folder, { name, targets }]) => [folder, [name, Object.keys(targets!)]]),
    ),
  ).toEqual({
    'environments/shop': ['fleet-shop', ['compile', 'validate']],
    'clusters/shop/argo-cd': ['tree-shop-argo-cd', ['validate', 'verify']],
    'clusters/shop/dublin': ['tree-shop-dublin', ['validate', 'verify']],
    'clusters/shop/lab': ['tree-shop-lab', ['validate', 'verify']],
    'clusters/shop/paris': ['tree-shop-paris', ['validate', 'verify']],
  });
});

test('a cluster of charts without values has no file, and its tree is a project all the same', async () => {
  const bare = { files: {}, clusters: { bare: { applications: ['logs'] }, empty: { applications: [] } } };
  write({ 'clusters/shop/.seatrial.json': JSON.stringify(bare) });
  const inferred = await projects([...files, 'clusters/shop/.seatrial.json']);
  expect(inferred['clusters/shop/bare']).toMatchObject({ name: 'tree-shop-bare' });
  expect(inferred).not.toHaveProperty('clusters/shop/empty');
});

test('the model is never run: a fleet.ts that cannot be loaded makes its project all the same', async () => {
  write({ 'environments/shop/fleet.ts': 'throw new Error("run");' });
  expect(Object.keys(await projects(['environments/shop/fleet.ts']))).toEqual(['environments/shop']);
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

test('a cluster hangs on the bases of its applications, and on what is recorded of it alone', async () => {
  write({
    'clusters/shop/.seatrial.json': record,
    'clusters/shop/base/api/kustomization.yaml': 'resources: []\n',
    'clusters/shop/base/web/kustomization.yaml': 'resources: []\n',
    'clusters/shop/base/logs/values/loki.yaml': 'a: 1\n',
  });
  const inferred = await projects(files);
  const inputsOf = (tree: string) => inferred[`clusters/shop/${tree}`]!.targets!['validate']!.inputs;
  expect(folders(inputsOf('paris'))).toEqual([
    'clusters/shop/paris/**/*',
    'clusters/shop/base/api/**/*',
    'clusters/shop/base/web/**/*',
  ]);
  expect(recordFields(inputsOf('paris'))).toEqual([
    { json: '{workspaceRoot}/clusters/shop/.seatrial.json', fields: ['clusters.paris'] },
  ]);
  expect(folders(inputsOf('lab'))).toEqual(['clusters/shop/lab/**/*', 'clusters/shop/base/logs/**/*']);
  // What Argo CD is told lies on the cluster where it runs, beside that cluster's own objects.
  expect(folders(inputsOf('dublin'))).toEqual([
    'clusters/shop/dublin/**/*',
    'clusters/shop/base/api/**/*',
    'clusters/shop/argo-cd/**/*',
  ]);
  expect(folders(inputsOf('argo-cd'))).toEqual(
    expect.arrayContaining([
      'clusters/shop/argo-cd/**/*',
      'clusters/shop/dublin/**/*',
      'clusters/shop/base/api/**/*',
    ]),
  );
  expect(recordFields(inputsOf('argo-cd'))).toMatchObject([{ fields: ['clusters.dublin'] }]);
  expect(folders(inferred['environments/shop']!.targets!['validate']!.inputs)).toEqual([
    'clusters/shop/**/*',
  ]);
});

test.each([
  ['no record', undefined],
  ['the record of an older compiler', '{ "files": {} }'],
  ['a record in the middle of a merge', '<<<<<<< HEAD\n'],
])('with %s, every base and the whole tree of Argo CD count', async (_, text) => {
  write({ 'clusters/shop/base/api/kustomization.yaml': '', 'clusters/shop/base/web/kustomization.yaml': '' });
  if (text !== undefined) write({ 'clusters/shop/.seatrial.json': text });
  const { 'clusters/shop/paris': paris, 'clusters/shop/argo-cd': argoCd } = await projects(files);
  expect(folders(paris!.targets!['validate']!.inputs)).toEqual([
    'clusters/shop/paris/**/*',
    'clusters/shop/base/api/**/*',
    'clusters/shop/base/web/**/*',
  ]);
  expect(folders(argoCd!.targets!['validate']!.inputs)).toEqual(['clusters/shop/**/*']);
});

test('folders of the author that a base leads to count, through one another, and so does one of the overlay', async () => {
  write({
    'clusters/shop/base/api/kustomization.yaml':
      'resources:\n  - ../../../../shared/rules\n  - ./deployment.yaml\n',
    'clusters/shop/.seatrial.json':
      '{ "clusters": { "paris": { "applications": ["api"], "argoCd": "argo-cd" }, "dublin": { "applications": ["api"] } } }',
    'shared/rules/kustomization.yaml': 'resources: [rules.yaml, "../common/"]\n',
    'shared/common/kustomization.yml': 'configMapGenerator:\n- files: [ca=../../certificates/ca.pem]\n',
    'clusters/shop/paris/prod/api/kustomization.yaml':
      'resources:\n- ../../../base/api\n- ../../../../../shared/paris\n',
  });
  const inferred = await projects(files);
  const foreign = (root: string) =>
    folders(inferred[root]!.targets!['validate']!.inputs).filter((input) => !input.includes('clusters'));
  const shared = ['certificates', 'shared/common', 'shared/rules'].map((folder) => `${folder}/**/*`);
  expect(foreign('clusters/shop/dublin')).toEqual(shared);
  // Paris runs the Argo CD of the fleet.
  expect(foreign('clusters/shop/argo-cd')).toContain('shared/paris/**/*');
  const ofParis = [...shared.slice(0, 2), 'shared/paris/**/*', ...shared.slice(2)];
  expect(foreign('clusters/shop/paris')).toEqual(ofParis);
  expect(foreign('environments/shop')).toEqual(ofParis);
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
