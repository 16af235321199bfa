import type { KubernetesObject, ResolvedObject } from '@seatrial/compiler';
import fc from 'fast-check';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { prepare } from '../../src/prepare/prepare.ts';
import { needs } from '../prepare/support/needs.ts';
import { type ForeignCase, foreignCase, placed } from './support/arbitrary-foreign.ts';
import { BuilderSession } from './support/builder-session.ts';
import { fleetOf, resolved } from './support/fleets.ts';
import { holdLaw, writeFiles } from './support/hold-law.ts';

const numRuns = Number(process.env['SEATRIAL_LAW_RUNS'] ?? 400);

let session: BuilderSession;
let repository: string;

beforeAll(async () => {
  await prepare(needs({ tools: ['kustomize-builder'] }), () => {});
  session = new BuilderSession();
  repository = await mkdtemp(join(tmpdir(), 'seatrial-law-'));
}, 600_000);

afterAll(async () => {
  session?.close();
  if (repository) await rm(repository, { recursive: true, force: true });
});

test("an author's folder gives exactly the objects of a placement", { timeout: 600_000 }, async () => {
  let held = 0;
  await fc.assert(
    fc.asyncProperty(foreignCase, async (one) => {
      held += 1;
      const root = join(repository, String(held));
      await writeFiles(
        join(root, 'theirs'),
        new Map(Object.entries(one.files).map(([path, value]) => [path, JSON.stringify(value)])),
      );
      const built = await session.build(join(root, 'theirs'));
      if ('error' in built) throw new Error(built.error);
      await holdLaw(
        fleetOf({
          ...caseOf(one, built.objects),
          foreignBases: [{ component: 'theirs', path: 'theirs', objects: [...built.objects], reads: [] }],
        }),
        root,
        session,
      );
      await rm(root, { recursive: true, force: true });
    }),
    { numRuns },
  );
  expect(held).toBeGreaterThanOrEqual(numRuns);
});

function caseOf({ namespace, labels, own, overlay }: ForeignCase, built: readonly KubernetesObject[]) {
  const theirs = (objects: readonly KubernetesObject[]): ResolvedObject[] =>
    objects.map((object) => ({ object, component: 'theirs', foreignBase: 'theirs' }));
  const base = built.map((object) => placed(object, namespace, labels));
  const mine = own.map((object) => placed(object, namespace, labels));
  return {
    baseNamespace: namespace,
    namespace: overlay.namespace,
    base: [...theirs(base), ...mine.map((object) => resolved(object))],
    objects: [
      ...theirs(base.map((object) => overlay.change(object))),
      ...mine.map((object) => resolved(overlay.change(object))),
    ],
  };
}
