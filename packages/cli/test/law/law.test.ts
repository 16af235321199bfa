import fc from 'fast-check';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { prepare } from '../../src/prepare/prepare.ts';
import { needs } from '../prepare/support/needs.ts';
import { accounts } from './support/arbitrary-accounts.ts';
import { anyCase } from './support/arbitrary-cases.ts';
import { workloads } from './support/arbitrary-workloads.ts';
import { BuilderSession } from './support/builder-session.ts';
import { fleetOf } from './support/fleets.ts';
import { isLawful } from './support/is-lawful.ts';
import { holdLaw } from './support/hold-law.ts';

/** SEATRIAL_LAW_RUNS=5000 for a long search. */
const numRuns = Number(process.env['SEATRIAL_LAW_RUNS'] ?? 400);

let session: BuilderSession;
let repository: string;
/** Every run has a root of its own: the builder reads a path only once. */
let roots = 0;

beforeAll(async () => {
  await prepare(needs({ tools: ['kustomize-builder'] }), () => {});
  session = new BuilderSession();
  repository = await mkdtemp(join(tmpdir(), 'seatrial-law-'));
}, 600_000);

afterAll(async () => {
  session?.close();
  if (repository) await rm(repository, { recursive: true, force: true });
});

test.each([
  ['any objects', anyCase],
  ['workloads', workloads],
  ['accounts, and who names them', accounts],
])(
  'real kustomize yields exactly the objects of a placement: %s',
  { timeout: 600_000 },
  async (_name, cases) => {
    let held = 0;
    await fc.assert(
      fc.asyncProperty(cases, async (one) => {
        roots += 1;
        const root = join(repository, `${roots}`);
        const lawful = await isLawful(one.objects, join(root, 'plain'), session);
        if (lawful) await holdLaw(fleetOf(one), root, session);
        await rm(root, { recursive: true, force: true });
        fc.pre(lawful);
        held += 1;
      }),
      { numRuns, maxSkipsPerRun: 3 },
    );
    expect(held).toBe(numRuns);
  },
);
