import type { KubernetesObject } from '@seatrial/compiler';
import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { prepare } from '../../src/prepare/prepare.ts';
import { needs } from '../prepare/support/needs.ts';
import { BuilderSession } from './support/builder-session.ts';
import { byKey } from './support/hold-law.ts';

/** The golden folders of the emitter: readable trees, each with the objects that it stands for. */
const golden = fileURLToPath(new URL('../../../compiler/test/emit/kustomize/golden', import.meta.url));

let session: BuilderSession;

beforeAll(async () => {
  await prepare(needs({ tools: ['kustomize-builder'] }), () => {});
  session = new BuilderSession();
}, 600_000);

afterAll(() => session?.close());

test.each(readdirSync(golden))('real kustomize yields the objects of %s', async (name) => {
  const placements = JSON.parse(await readFile(join(golden, name, 'objects.json'), 'utf8')) as Record<
    string,
    KubernetesObject[]
  >;
  expect(Object.keys(placements)).not.toEqual([]);
  for (const [folder, objects] of Object.entries(placements)) {
    const built = await session.build(join(golden, name, 'repository/clusters/luneo', folder));
    expect('objects' in built ? byKey(built.objects) : built.error).toEqual(byKey(objects));
  }
});
