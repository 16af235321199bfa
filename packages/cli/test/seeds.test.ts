import {
  checkModel,
  emit,
  type Inputs,
  type KubernetesObject,
  resolve,
  type ResolvedFleet,
} from '@seatrial/compiler';
import { existsSync, globSync, readdirSync } from 'node:fs';
import { cp, mkdtemp, readFile, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { parse } from 'yaml';
import { buildRoots } from '../src/kustomize/kustomize-builder.ts';
import { prepare } from '../src/prepare/prepare.ts';
import { byKey, writeFiles } from './law/support/hold-law.ts';
import { needs } from './prepare/support/needs.ts';

const seeds = fileURLToPath(new URL('../../compiler/test/seeds', import.meta.url));
const names = readdirSync(seeds, { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? [entry.name] : [],
);

let repository: string;

beforeAll(async () => {
  await prepare(needs({ tools: ['kustomize-builder'] }), () => {});
}, 600_000);

beforeEach(async () => {
  repository = await realpath(await mkdtemp(join(tmpdir(), 'seatrial-seed-')));
});

afterEach(async () => {
  await rm(repository, { recursive: true, force: true });
});

test.each(names)(
  'kustomize builds every folder of the seed %s to the objects that it means',
  async (name) => {
    const fleet = await resolved(join(seeds, name));
    const tree = join(repository, fleet.tree);
    await writeFiles(tree, emit(fleet));
    if (existsSync(join(seeds, name, 'repository')))
      await cp(join(seeds, name, 'repository'), repository, { recursive: true });

    const meant = await objectsByFolder(fleet, tree);
    const seen: Record<string, unknown> = {};
    for await (const built of buildRoots(Object.keys(meant).map((folder) => join(tree, folder)))) {
      seen[built.root.slice(tree.length + 1)] = 'objects' in built ? byKey(built.objects) : built.error;
    }
    expect(seen).toEqual(
      Object.fromEntries(Object.entries(meant).map(([folder, objects]) => [folder, byKey(objects)])),
    );

    const roots = globSync('**/kustomization.yaml', { cwd: tree }).map(dirname);
    const partsOfBases = new Set(
      fleet.applications.flatMap((application) =>
        application.foreignBases.map(({ component }) => `base/${application.name}/${component}`),
      ),
    );
    expect(roots.filter((root) => !partsOfBases.has(root)).sort()).toEqual(Object.keys(meant).sort());
  },
);

async function resolved(seed: string): Promise<ResolvedFleet> {
  const { default: model } = (await import(join(seed, 'fleet.ts'))) as { default: unknown };
  const file = join(seed, 'inputs.ts');
  const { inputs } = existsSync(file)
    ? ((await import(file)) as { inputs: Inputs })
    : { inputs: { versions: {}, bases: {} } };
  return resolve(checkModel(model), inputs).fleet;
}

/** What each kustomization of the tree is to yield: placements, their bases, and what each Argo CD's root syncs. */
async function objectsByFolder(
  fleet: ResolvedFleet,
  tree: string,
): Promise<Record<string, readonly KubernetesObject[]>> {
  const folders: Record<string, readonly KubernetesObject[]> = {};
  for (const { folder, objects } of fleet.placements) {
    if (folder !== undefined) folders[folder] = objects.map(({ object }) => object);
  }
  for (const { name, base } of fleet.applications) {
    if (base.length > 0) folders[`base/${name}`] = base.map(({ object }) => object);
  }
  for (const { folder } of fleet.argoCd.instances) {
    const files = globSync('**/*.yaml', { cwd: join(tree, folder) })
      .filter((file) => !['kustomization.yaml', 'root.yaml'].includes(basename(file)))
      .map((file) => readFile(join(tree, folder, file), 'utf8'));
    folders[folder] = (await Promise.all(files)).map((text) => parse(text) as KubernetesObject);
  }
  return folders;
}
