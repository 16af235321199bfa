import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkModel, resolve } from '@seatrial/compiler';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { differingObjects } from '../src/differing-objects.ts';
import fleet from '../src/fleet/fleet.ts';
import { clusterCount } from '../src/fleet/size.ts';

const program = fileURLToPath(new URL('../src/cdk8s-program.ts', import.meta.url));
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'seatrial-bench-'));
  execFileSync(process.execPath, [program, String(clusterCount), folder]);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const resolved = () => resolve(checkModel(fleet), { versions: {}, bases: {} }).fleet;

test('the fleet and the cdk8s program make the same objects: five for each placement, no two placements alike', async () => {
  const { placements } = resolved();
  expect(placements).toHaveLength(clusterCount * 20);
  for (const { objects } of placements) expect(objects).toHaveLength(5);
  expect(new Set(placements.map(({ objects }) => JSON.stringify(objects))).size).toBe(placements.length);
  expect(await differingObjects(resolved(), folder)).toEqual([]);
});

test('one object more, one less and one that differs are seen', async () => {
  const [changed, dropped] = readdirSync(folder).sort();
  rmSync(join(folder, dropped!));
  writeFileSync(
    join(folder, changed!),
    'apiVersion: v1\nkind: ServiceAccount\nmetadata: { name: app00, namespace: app00 }\n---\napiVersion: v1\nkind: Pod\nmetadata: { name: extra }\n',
  );
  // All five of each of the two placements (one differs, nine are gone), and the extra one.
  expect(await differingObjects(resolved(), folder)).toHaveLength(11);
});
