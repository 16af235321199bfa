import { copyFile, mkdir, readlink, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { recipes } from '@seatrial/guests';
import { beforeAll, describe, expect, test } from 'vitest';
import { enginePath } from '../../src/cache/engine-entry.ts';
import { MissingFromCache } from '../../src/cache/missing-from-cache.ts';
import { type BuiltRoot, buildRoots } from '../../src/kustomize/kustomize-builder.ts';
import { prepare } from '../../src/prepare/prepare.ts';
import { needs } from './support/needs.ts';
import { ownCache } from './support/own-cache.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

const golden = (name: string): string => fileURLToPath(new URL(`golden/roots/${name}`, import.meta.url));

async function build(...roots: string[]): Promise<BuiltRoot[]> {
  const built: BuiltRoot[] = [];
  for await (const one of buildRoots(roots)) built.push(one);
  return built;
}

async function errorOf(name: string): Promise<string> {
  const [built] = await build(golden(name));
  return built && 'error' in built ? built.error : 'no error';
}

beforeAll(async () => {
  await prepare(needs({ tools: ['kustomize-builder'] }), () => {});
}, 600_000);

describe('a root that builds', () => {
  test('gives the objects of real kustomize', async () => {
    const [built] = await build(golden('good/overlay'));
    expect(built).toEqual({
      root: golden('good/overlay'),
      objects: [
        expect.objectContaining({
          kind: 'Deployment',
          metadata: {
            name: 'api',
            labels: { 'app.kubernetes.io/managed-by': `kustomize-${recipes.kustomize.version}` },
          },
          spec: expect.objectContaining({
            replicas: 3,
            template: expect.objectContaining({
              spec: { containers: [{ name: 'api', image: 'registry.example/api:1.1.0' }] },
            }),
          }),
        }),
        expect.objectContaining({
          kind: 'Numbers',
          spec: {
            large: Number('9007199254740993'),
            largest: Number('18446744073709551615'),
            tenth: 0.1,
            exponent: 1e10,
            text: '007',
            markup: '<a&b>',
          },
        }),
      ],
    });
  });

  test('may bring its own OpenAPI schema, and builds the same before and after it', async () => {
    const built = await build(golden('good/overlay'), golden('own-schema'), golden('good/base'));
    expect(built.filter((one) => 'error' in one)).toEqual([]);
    expect(await build(golden('good/overlay'))).toEqual(
      built.filter(({ root }) => root === golden('good/overlay')),
    );
  });

  test('sees nothing of the environment', async () => {
    const [built] = await build(golden('environment'));
    expect(built).toMatchObject({ objects: [{ data: { HOME: '', PATH: '' } }] });
  });
});

describe('a root that does not build', () => {
  test.each([
    ['missing-file', /nowhere\.yaml.*no such file or directory/],
    ['not-yaml', /invalid Kustomization/],
    ['outside', /is not in or below/],
    ['nothing-there', /no such file or directory/],
    ['remote-file', /^needs the network: https:\/\/nowhere\.example\/objects\.yaml$/],
    ['remote-git', /^needs the network: git@nowhere\.example:shop\/fleet\.git\/\/base\?ref=v1$/],
    ['remote-component', /^needs the network: https:\/\/nowhere\.example\/shop\/fleet\/\/component\?ref=v1$/],
    ['remote-below', /^needs the network: github\.com\/shop\/fleet\/\/base\?ref=v1$/],
    ['remote-patch', /^needs the network: https:\/\/nowhere\.example\/patch\.yaml$/],
    ['helm-charts', /^uses helmCharts, which are not built here$/],
    ['plugin', /^uses a plugin, which is not run here: .*Generator/],
    ['exec-plugin', /^uses a plugin, which is not run here: .*Transformer/],
    ['alias-cycle', /^the YAML aliases in .*object\.yaml expand without end$/],
    ['alias-bomb', /^the YAML aliases in .*object\.yaml expand without end$/],
  ])('%s says why', async (name, message) => {
    expect(await errorOf(name)).toMatch(message);
  });

  test('leaves the others of the same run alone, and every root is answered once', async () => {
    const folder = golden('.');
    const names = (await readdir(folder)).map((name) => join(folder, name));
    const roots = [...names, golden('good/base'), golden('good/overlay'), 'relative/root'];
    const built = await build(...roots);
    expect(built.map(({ root }) => root).sort()).toEqual([...roots].sort());
    expect(built.find(({ root }) => root === 'relative/root')).toMatchObject({
      error: expect.stringContaining('absolute'),
    });
    expect(built.find(({ root }) => root === golden('good/base'))).toHaveProperty('objects');
  });
});

describe('the process', () => {
  test('is not started without a root', async () => {
    expect(await build()).toEqual([]);
  });

  test('is named when it is not prepared', async () => {
    await ownCache();
    expect(() => buildRoots(['/nowhere'])).toThrow(MissingFromCache);
    expect(() => buildRoots(['/nowhere'])).toThrow(
      `kustomize-builder ${recipes.kustomize.version} is not prepared: run \`seatrial prepare\`.`,
    );
  });

  test('that dies leaves no root without an answer', async () => {
    await ownCache();
    const program = enginePath(recipes['kustomize-builder']);
    await mkdir(dirname(program), { recursive: true });
    const script = [
      '#!/bin/sh',
      `echo '{"id":"/one","objects":[]}'`,
      'echo "fatal error: out of memory" >&2',
      'exit 2',
    ];
    await writeFile(program, script.join('\n'), { mode: 0o755 });
    expect(await build('/one', '/two')).toEqual([
      { root: '/one', objects: [] },
      {
        root: '/two',
        error: 'kustomize-builder ended before it had built this root: fatal error: out of memory',
      },
    ]);
  });

  test('ends when the run is aborted', async () => {
    const real = enginePath(recipes['kustomize-builder']);
    await ownCache();
    const program = enginePath(recipes['kustomize-builder']);
    await mkdir(dirname(program), { recursive: true });
    await copyFile(real, program);
    const abort = new AbortController();
    const built = buildRoots(await manyRoots(), abort.signal);
    const run = async (): Promise<void> => {
      for await (const _ of built) abort.abort(new Error('enough'));
    };
    await expect(run()).rejects.toThrow('enough');
    await expect.poll(() => processesOf(program)).toEqual([]);
  });
});

/** Enough roots that the builder cannot have built them all when the first answer is read. */
async function manyRoots(): Promise<string[]> {
  const folder = await temporaryFolder();
  const roots = Array.from({ length: 400 }, (_, index) => join(folder, String(index)));
  for (const root of roots) {
    await mkdir(root);
    await copyFile(join(golden('good/base'), 'deployment.yaml'), join(root, 'deployment.yaml'));
    await writeFile(join(root, 'kustomization.yaml'), 'resources: [deployment.yaml]\n');
  }
  return roots;
}

async function processesOf(program: string): Promise<string[]> {
  const ids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const programs = await Promise.all(ids.map((id) => readlink(`/proc/${id}/exe`).catch(() => '')));
  return ids.filter((_, index) => programs[index] === program);
}
