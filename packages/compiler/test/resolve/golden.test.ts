import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import { checkModel, resolve, type Inputs } from '../../src/index.ts';

const folder = join(import.meta.dirname, 'golden');

/** Placements as text; the objects of a placement are what a reader wants to see, in full. */
function shown(resolution: ReturnType<typeof resolve>): string {
  const { fleet, findings } = resolution;
  const placements = fleet.placements.map(({ objects, ...placement }) => ({
    ...placement,
    objects: objects.map(({ object, component }) => ({ component, ...object })),
  }));
  const applications = fleet.applications.map(({ base, ...application }) => ({
    ...application,
    base: base.length,
  }));
  return stringify(
    { ...fleet, applications, placements, findings },
    { aliasDuplicateObjects: false, lineWidth: 110 },
  );
}

test.each(readdirSync(folder))('the fleet of golden/%s resolves to what resolved.yaml says', async (name) => {
  const model = (await import(join(folder, name, 'fleet.ts'))) as { default: unknown };
  const beside = join(folder, name, 'inputs.ts');
  const inputs: Inputs = existsSync(beside)
    ? ((await import(beside)) as { inputs: Inputs }).inputs
    : { versions: {}, bases: {} };
  const text = shown(resolve(checkModel(JSON.parse(JSON.stringify(model.default))), inputs));
  const expected = join(folder, name, 'resolved.yaml');
  if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(expected, text);
  expect(text).toBe(readFileSync(expected, 'utf8'));
});
