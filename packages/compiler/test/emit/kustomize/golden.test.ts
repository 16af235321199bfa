import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { emitKustomize } from '../../../src/emit/kustomize/emit-kustomize.ts';
import type { ResolvedFleet } from '../../../src/resolved/fleet.ts';
import * as foldersAndCharts from './cases/charts-and-folders.ts';
import * as exactness from './cases/exactness.ts';
import * as overlays from './cases/overlays.ts';
import * as patches from './cases/patches.ts';

/**
 * Each case is a folder of `golden/`: `repository/` with the tree (and what the author wrote beside it), and
 * `objects.json` with the objects of every placement, which the law test of the CLI gives to real kustomize.
 * UPDATE_GOLDEN=1 writes the folders anew.
 */
const golden = fileURLToPath(new URL('golden', import.meta.url));
const cases: Readonly<Record<string, ResolvedFleet>> = {
  ...overlays,
  ...patches,
  ...exactness,
  ...foldersAndCharts,
};

test.each(Object.entries(cases))('%s', async (name, fleet) => {
  const folder = join(golden, kebab(name));
  const tree = emitKustomize(fleet);
  const objects = Object.fromEntries(
    fleet.placements.flatMap(({ folder: at, objects: all }) =>
      at === undefined ? [] : [[at, all.map(({ object }) => object)]],
    ),
  );
  const expected = new Map([...tree].map(([path, text]) => [`repository/${fleet.tree}/${path}`, text]));
  expected.set('objects.json', `${JSON.stringify(objects, undefined, 2)}\n`);
  if (process.env['UPDATE_GOLDEN'] === '1') await refresh(folder, fleet.tree, expected);
  expect(Object.fromEntries(expected)).toEqual(await filesUnder(folder, fleet.tree));
});

test('every golden folder has a case', async () => {
  expect((await readdir(golden)).toSorted()).toEqual(Object.keys(cases).map(kebab).toSorted());
});

async function refresh(folder: string, tree: string, files: ReadonlyMap<string, string>): Promise<void> {
  await rm(join(folder, 'repository', tree), { recursive: true, force: true });
  for (const [path, text] of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
}

/** Generated files only: what an author wrote lies beside the tree. */
async function filesUnder(folder: string, tree: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1));
  const generated = paths.filter((path) => path === 'objects.json' || path.startsWith(`repository/${tree}/`));
  return Object.fromEntries(
    await Promise.all(
      generated.map(async (path) => [path, await readFile(join(folder, path), 'utf8')] as const),
    ),
  );
}

function kebab(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
