import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { applicationSetFindings, checkModel, emit, resolve, type Inputs } from '../../src/index.ts';
import { expectGolden } from '../emit/argo-cd/golden.ts';

const seeds = readdirSync(import.meta.dirname, { withFileTypes: true }).filter((entry) => entry.isDirectory());

test.each(seeds.map(({ name }) => name))('the seed %s compiles to the tree in its folder expected/', async (name) => {
  const folder = join(import.meta.dirname, name);
  const { default: model } = (await import(join(folder, 'fleet.ts'))) as { default: unknown };
  const beside = join(folder, 'inputs.ts');
  const { inputs } = existsSync(beside)
    ? ((await import(beside)) as { inputs: Inputs })
    : { inputs: { versions: {}, bases: {} } };
  const { fleet, findings } = resolve(checkModel(model), inputs);
  expect([...findings, ...applicationSetFindings(fleet)]).toEqual([]);
  await expectGolden(emit(fleet), join(folder, 'expected'));
});
