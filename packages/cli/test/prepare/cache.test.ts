import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, readFile, utimes, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { recipes } from '@seatrial/guests';
import * as fc from 'fast-check';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { chartEntry, findChart } from '../../src/cache/chart-entry.ts';
import { isFixed } from '../../src/cache/chart-source.ts';
import { cacheFolder } from '../../src/cache/cache-folder.ts';
import { digest } from '../../src/cache/digest.ts';
import { findEngine, recipeDigest } from '../../src/cache/engine-entry.ts';
import { MissingFromCache } from '../../src/cache/missing-from-cache.ts';
import { findDefinitions, findKubernetesSchemas } from '../../src/cache/schema-entries.ts';
import { sweepTemporary } from '../../src/cache/sweep-temporary.ts';
import { temporaryFolder as temporaryInCache, writeEntry } from '../../src/cache/write-entry.ts';
import { prepare } from '../../src/prepare/prepare.ts';
import { needs } from './support/needs.ts';
import { ownCache } from './support/own-cache.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

describe('the folder', () => {
  test.each([
    [{ SEATRIAL_CACHE: '/own', XDG_CACHE_HOME: '/xdg' }, '/own'],
    [{ XDG_CACHE_HOME: '/xdg' }, '/xdg/seatrial'],
    [{ SEATRIAL_CACHE: '', XDG_CACHE_HOME: 'relative' }, join(homedir(), '.cache/seatrial')],
    [{}, join(homedir(), '.cache/seatrial')],
  ])('of %o is %s', (environment, folder) => {
    expect(cacheFolder(environment)).toBe(folder);
  });
});

describe('a digest', () => {
  test('tells two lists of texts apart', () => {
    const lists = fc.array(fc.string({ unit: 'binary', maxLength: 4 }), { maxLength: 4 });
    fc.assert(
      fc.property(
        lists,
        lists,
        (a, b) => (digest(a) === digest(b)) === (JSON.stringify(a) === JSON.stringify(b)),
      ),
      { numRuns: 500 },
    );
  });

  test.each([
    ['a source', { 'main.go': 'package main // changed\n' }],
    ['a pinned module', { 'go.sum': 'other\n' }],
    ['a file that is new', { 'new.go': 'package main\n' }],
  ])('of a recipe changes with %s', async (_, change) => {
    const folder = await temporaryFolder();
    const recipe = { ...recipes.kubeconform, folder };
    for (const [name, text] of Object.entries({
      'main.go': 'package main\n',
      'go.mod': 'module m\n',
      'go.sum': 'sums\n',
    })) {
      await writeFile(join(folder, name), text);
    }
    const before = recipeDigest(recipe);
    await writeFile(join(folder, 'notes.md'), 'no input of the build');
    expect(recipeDigest(recipe)).toBe(before);
    for (const [name, text] of Object.entries(change)) await writeFile(join(folder, name), text);
    expect(recipeDigest(recipe)).not.toBe(before);
  });

  test('of a recipe changes with the recipe, not with where the sources lie', async () => {
    const [one, other] = [await temporaryFolder(), await temporaryFolder()];
    for (const folder of [one, other]) await writeFile(join(folder, 'main.go'), 'package main\n');
    const recipe = { ...recipes.kubeconform, folder: one };
    expect(recipeDigest({ ...recipe, folder: other })).toBe(recipeDigest(recipe));
    expect(recipeDigest({ ...recipe, overlay: false })).not.toBe(recipeDigest(recipe));
  });
});

describe('what is missing', () => {
  test('is named, with the way out', async () => {
    await ownCache();
    expect(() => findEngine('helm')).toThrow(MissingFromCache);
    expect(() => findEngine('helm')).toThrow(
      `helm ${recipes.helm.version} is not prepared: run \`seatrial prepare\`.`,
    );
    expect(() => findKubernetesSchemas('1.29.15')).toThrow('Kubernetes 1.29.15 is not prepared: run');
    expect(() => findDefinitions({ module: 'example.dev/m', version: 'v1.0.0', path: 'crds' })).toThrow(
      MissingFromCache,
    );
    expect(findChart({ repository: 'https://charts.example', chart: 'a', version: '1.0.0' })).toBeUndefined();
  });
});

test('a cache that cannot be written is one sentence with a way out', async () => {
  const file = join(await temporaryFolder(), 'file');
  await writeFile(file, '');
  vi.stubEnv('SEATRIAL_CACHE', join(file, 'cache'));
  onTestFinished(() => void vi.unstubAllEnvs());
  await expect(prepare(needs({ tools: ['kustomize-builder'] }), () => {})).rejects.toThrow(
    `The cache ${join(file, 'cache')} cannot be written, where a file is in the way: ` +
      'make room for it, or set SEATRIAL_CACHE to another folder.',
  );
});

describe('a chart source', () => {
  test.each([
    [{ repository: 'https://charts.example', chart: 'a', version: '1.2.3' }, true],
    [{ repository: 'oci://charts.example/x', chart: 'a', version: 'v1.2.3-rc.1' }, true],
    [{ repository: 'https://charts.example', chart: 'a', version: '^1.2.3' }, false],
    [{ repository: 'https://charts.example', chart: 'a', version: '1.x' }, false],
    [{ repository: 'file:///charts', chart: 'a', version: '1.2.3' }, false],
    [{ git: 'https://git.example/a.git', path: 'a', revision: 'main' }, false],
    [{ git: 'https://git.example/a.git', path: 'a', revision: 'a'.repeat(40) }, true],
  ])('%o always stands for the same content: %s', (source, fixed) => {
    expect(isFixed(source)).toBe(fixed);
  });

  test('has an entry of its own', () => {
    const text = fc.string({ maxLength: 3 });
    const source = fc.oneof(
      fc.record({ repository: text, chart: text, version: text }),
      fc.record({ git: text, path: text, revision: text }),
    );
    fc.assert(
      fc.property(
        source,
        source,
        (a, b) => (chartEntry(a) === chartEntry(b)) === (JSON.stringify(a) === JSON.stringify(b)),
      ),
    );
  });
});

describe('an entry', () => {
  test('is whole or not there: a failure and what it wrote leave nothing', async () => {
    const cache = await ownCache();
    const path = join(cache, 'kind', 'entry');
    const failing = writeEntry(path, async (folder) => {
      await writeFile(join(folder, 'half'), 'half');
      throw new Error('the disk is full');
    });
    await expect(failing).rejects.toThrow('the disk is full');
    expect(await readdir(join(cache, 'temporary'))).toEqual([]);
    await expect(readdir(join(cache, 'kind'))).rejects.toThrow('ENOENT');
  });

  test('stays as the first one made it; with replace it is the last one', async () => {
    const path = join(await ownCache(), 'kind', 'entry');
    const write = (text: string, replace?: boolean): Promise<void> =>
      writeEntry(
        path,
        (folder) => writeFile(join(folder, 'text'), text),
        replace === undefined ? {} : { replace },
      );
    await write('first');
    await write('second');
    expect(await readFile(join(path, 'text'), 'utf8')).toBe('first');
    await write('third', true);
    expect(await readFile(join(path, 'text'), 'utf8')).toBe('third');
    expect(await readdir(join(path, '..', '..', 'temporary'))).toEqual([]);
  });

  test('is one of the whole ones when several processes make it at once, also with replace', async () => {
    const cache = await ownCache();
    for (const replace of [false, true]) {
      const path = join(cache, 'kind', String(replace));
      await Promise.all(['a', 'b', 'c'].map((name) => inProcess(writerOf(path, name, { replace }))));
      const texts = await Promise.all(
        (await readdir(path)).map((file) => readFile(join(path, file), 'utf8')),
      );
      expect(texts).toHaveLength(20);
      expect(new Set(texts).size).toBe(1);
    }
    expect(await readdir(join(cache, 'temporary'))).toEqual([]);
  });

  test('is not there after its maker was killed, and what the maker left is swept later', async () => {
    const cache = await ownCache();
    const path = join(cache, 'kind', 'entry');
    const child = node(writerOf(path, 'a', { replace: false, thenWait: true }));
    await once(child.stdout, 'data');
    child.kill('SIGKILL');
    await once(child, 'exit');
    await expect(readdir(path)).rejects.toThrow('ENOENT');
    const [left = ''] = await readdir(join(cache, 'temporary'));
    await sweepTemporary();
    expect(await readdir(join(cache, 'temporary'))).toEqual([left]);
    const old = new Date(Date.now() - 25 * 60 * 60 * 1000);
    await utimes(join(cache, 'temporary', left), old, old);
    await sweepTemporary();
    expect(await readdir(join(cache, 'temporary'))).toEqual([]);
  });

  test('is made on the file system of the cache', async () => {
    const cache = await ownCache();
    await mkdir(cache, { recursive: true });
    expect((await temporaryInCache()).startsWith(join(cache, 'temporary'))).toBe(true);
  });
});

const module = new URL('../../src/cache/write-entry.ts', import.meta.url).href;

/** A program that writes an entry of twenty files, all with the same text, and on demand waits in the middle. */
function writerOf(
  path: string,
  name: string,
  options: { readonly replace: boolean; readonly thenWait?: boolean },
): string {
  return `
    import { writeFile } from 'node:fs/promises';
    import { writeEntry } from ${JSON.stringify(module)};
    await writeEntry(${JSON.stringify(path)}, async (folder) => {
      for (let index = 0; index < 20; index++) await writeFile(folder + '/' + index, ${JSON.stringify(name)});
      ${options.thenWait ? "console.log('half'); await new Promise((resolve) => setTimeout(resolve, 60_000));" : ''}
    }, { replace: ${options.replace} });`;
}

function node(
  program: string,
): ReturnType<typeof spawn> & { stdout: NonNullable<ReturnType<typeof spawn>['stdout']> } {
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return child as never;
}

async function inProcess(program: string): Promise<void> {
  const [code] = (await once(node(program), 'exit')) as [number];
  expect(code).toBe(0);
}
