import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import {
  applicationsOf,
  applicationSetFindings,
  checkModel,
  emit,
  resolve,
  type FileTree,
  type Inputs,
  type KubernetesObject,
} from '../../src/index.ts';
import { expandApplicationSet } from '../emit/argo-cd/expand-application-set.ts';
import { expectGolden } from '../emit/argo-cd/golden.ts';

/** The files of a tree that hold one object of this kind each. */
function objectsOf(tree: FileTree, kind: string): KubernetesObject[] {
  return [...tree]
    .filter(
      ([path, text]) =>
        path.startsWith('argo-cd/') && text.includes(`\nkind: ${kind}\n`) && !path.endsWith('root.yaml'),
    )
    .map(([, text]) => parse(text) as KubernetesObject);
}

function byName(objects: readonly unknown[]): Map<string, unknown> {
  return new Map(objects.map((object) => [(object as KubernetesObject).metadata.name, object]));
}

const seeds = readdirSync(import.meta.dirname, { withFileTypes: true }).filter((entry) =>
  entry.isDirectory(),
);

test.each(seeds.map(({ name }) => name))(
  'the seed %s compiles to the tree in its folder expected/',
  async (name) => {
    const folder = join(import.meta.dirname, name);
    const { default: model } = (await import(join(folder, 'fleet.ts'))) as { default: unknown };
    const beside = join(folder, 'inputs.ts');
    const { inputs } = existsSync(beside)
      ? ((await import(beside)) as { inputs: Inputs })
      : { inputs: { versions: {}, bases: {} } };
    const { fleet, findings } = resolve(checkModel(model), inputs);
    expect([...findings, ...applicationSetFindings(fleet)]).toEqual([]);
    const tree = emit(fleet);
    await expectGolden(tree, join(folder, 'expected'));

    const sets = objectsOf(tree, 'ApplicationSet');
    const generated = await Promise.all(sets.map((set) => expandApplicationSet(fleet, set)));
    // Each cluster that runs an Argo CD of its own has Applications of its own, under names that no other has.
    const applications = [...objectsOf(tree, 'Application'), ...generated.flat()];
    expect(applications).toHaveLength(fleet.placements.length);
    expect(byName(applications)).toEqual(byName(applicationsOf(fleet)));
  },
);
