import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { checkKustomizations, readDocuments, readSource } from '@seatrial/validator';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { type BuiltRoot, buildRoots } from '../../src/kustomize/kustomize-builder.ts';
import { prepare } from '../../src/prepare/prepare.ts';
import { needs } from '../prepare/support/needs.ts';
import { temporaryFolder } from '../prepare/support/temporary-folder.ts';
import { tree, type Asked, type Tree } from './support/kustomization-trees.ts';

beforeAll(async () => {
  await prepare(needs({ tools: ['kustomize-builder'] }), () => {});
}, 600_000);

/** What real kustomize makes of the roots of each tree. */
async function built(trees: readonly Tree[]): Promise<readonly ReadonlyMap<string, BuiltRoot>[]> {
  const folder = await temporaryFolder();
  const answers = trees.map(() => new Map<string, BuiltRoot>());
  const rootOf = new Map<string, readonly [at: number, root: string]>();
  for (const [at, { files, roots }] of trees.entries()) {
    for (const [path, text] of Object.entries(files)) {
      const file = join(folder, String(at), path);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, text);
    }
    for (const root of roots) rootOf.set(join(folder, String(at), root), [at, root]);
  }
  for await (const one of buildRoots(rootOf.keys())) {
    const [at, root] = rootOf.get(one.root) ?? [0, ''];
    answers[at]?.set(root, one);
  }
  return answers;
}

/** What our reading of the sources says of a tree: places of findings, and the rules that were not decided somewhere. */
function said({ files }: Pick<Tree, 'files'>): {
  readonly codes: ReadonlySet<string>;
  readonly wrong: ReadonlySet<string>;
  readonly undecided: boolean;
} {
  const paths = Object.keys(files);
  const bytes = (path: string): Uint8Array => new TextEncoder().encode(files[path] ?? '');
  const { findings, notChecked } = checkKustomizations(
    {
      files: paths,
      hasFile: (path) => Object.hasOwn(files, path),
      hasFolder: (path) => paths.some((file) => file.startsWith(`${path}/`)),
      documents: (path) => readDocuments(path, bytes(path)),
      source: (path) => readSource(path, bytes(path)),
    },
    paths.filter((path) => path.endsWith('kustomization.yaml')),
    () => true,
  );
  return {
    codes: new Set(findings.map(({ code }) => code)),
    wrong: new Set(
      findings.map(
        ({ code, place: { source } }) => `${code} ${source?.file}:${source?.line}:${source?.column}`,
      ),
    ),
    undecided: notChecked.length > 0,
  };
}

function placeOf({ code, file, pointer }: Asked, { files }: Tree): string {
  const [document] = readDocuments(file, new TextEncoder().encode(files[file] ?? '')).documents;
  const { line, column } = document?.locate(pointer) ?? { line: 0, column: 0 };
  return `${code} ${file}:${line}:${column}`;
}

test('what is said to select nothing has no effect in real kustomize, and what has none is said', async () => {
  const trees = fc.sample(tree, { seed: Number(process.env['SEATRIAL_SEED'] ?? 20_261_121), numRuns: 250 });
  const answers = await built(trees);
  const wrongly: string[] = [];
  let passedOver = 0;
  let effective = 0;
  let wrong = 0;
  let undecided = 0;
  for (const [at, one] of trees.entries()) {
    const { wrong: places, undecided: open } = said(one);
    for (const asked of one.asked) {
      const builds = asked.roots.map((root) => answers[at]?.get(root));
      // Objects that get one name, and the like: there is nothing to compare with.
      if (builds.some((build) => build === undefined || 'error' in build)) continue;
      const has = builds.some(
        (build) =>
          build !== undefined && 'objects' in build && JSON.stringify(build.objects).includes(asked.mark),
      );
      const isWrong = places.has(placeOf(asked, one));
      if (has) effective += 1;
      if (isWrong) wrong += 1;
      if (!isWrong && !has && open) undecided += 1;
      if (!isWrong && !has && !open && !asked.isNegative) passedOver += 1;
      if (isWrong && has)
        wrongly.push(
          `${placeOf(asked, one)}\n${Object.entries(one.files)
            .map(([path, text]) => `# ${path}\n${text}`)
            .join('')}`,
        );
    }
  }
  expect(wrongly).toEqual([]);
  expect(effective).toBeGreaterThan(100);
  expect(wrong).toBeGreaterThan(100);
  // A replacement that asks for the name of one layer with the namespace of another, and the like.
  expect(passedOver).toBeLessThan(wrong / 50);
  expect(undecided).toBeLessThan(wrong / 10);
}, 120_000);

const workload = (kind: string, name: string): string =>
  `apiVersion: apps/v1\nkind: ${kind}\nmetadata: {name: ${name}}\nspec: {replicas: 1}\n`;

test.each([
  ['a Deployment', 'api', '', 'api'],
  ['a StatefulSet', 'db', '', 'db'],
  ['its name with the prefix of its base', 'api', '', 'p-api'],
  ['its name with the prefix of the same layer', 'api', 'namePrefix: q-\n', 'q-p-api'],
  ['a DaemonSet', 'agent', '', 'agent'],
  ['nothing', 'api', '', 'ap'],
  ['a regular expression', 'api', '', 'a.*'],
])('replicas that name %s are refused when kustomize refuses them', async (_what, _name, own, asked) => {
  const files = {
    'base/kustomization.yaml': 'resources: [objects.yaml]\nnamePrefix: p-\n',
    'base/objects.yaml': [
      workload('Deployment', 'api'),
      workload('StatefulSet', 'db'),
      workload('DaemonSet', 'agent'),
    ].join('---\n'),
    'top/kustomization.yaml': `resources: [../base]\n${own}replicas: [{name: '${asked}', count: 3}]\n`,
  };
  const [answers] = await built([{ files, roots: ['top'], asked: [] }]);
  const answer = answers?.get('top');
  expect(said({ files }).codes.has('SEA3608')).toBe(answer !== undefined && 'error' in answer);
});

test.each([
  ['a custom resource', 'example.com/v1', 'configMapRef: {name: made}', ''],
  ['a custom resource, as a plain text', 'example.com/v1', 'configMap: made', ''],
  [
    'a generator without a hash',
    'example.com/v1',
    'configMapRef: {name: made}',
    'generatorOptions: {disableNameSuffixHash: true}\n',
  ],
  ['another name', 'example.com/v1', 'configMapRef: {name: other}', ''],
  ['a configuration', 'example.com/v1', 'configMapRef: {name: made}', 'configurations: [names.yaml]\n'],
])('%s: a generated name that stays as it is written is told', async (_what, apiVersion, spec, own) => {
  const files = {
    'top/kustomization.yaml': `resources: [widget.yaml]\n${own}configMapGenerator: [{name: made, literals: [a=b]}]\n`,
    'top/widget.yaml': `apiVersion: ${apiVersion}\nkind: Widget\nmetadata: {name: a}\nspec: {${spec}}\n`,
    'top/names.yaml':
      'nameReference: [{kind: ConfigMap, version: v1, fieldSpecs: [{kind: Widget, path: spec/configMapRef/name}]}]\n',
  };
  const [answers] = await built([{ files, roots: ['top'], asked: [] }]);
  const answer = answers?.get('top');
  if (answer === undefined || 'error' in answer) throw new Error(answer?.error);
  const made = answer.objects.find(({ kind }) => kind === 'ConfigMap')?.metadata.name ?? '';
  const widget = JSON.stringify(answer.objects.find(({ kind }) => kind === 'Widget'));
  const isLost = made !== 'made' && widget.includes('"made"');
  expect(said({ files }).codes.has('SEA3609')).toBe(isLost);
});
