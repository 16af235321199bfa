import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { faultNames, type FaultName } from '../../src/faults/fault-name.ts';
import { faults } from '../../src/faults/faults.ts';
import type { Rehearsal } from '../../src/report/rehearsal.ts';
import { provenAllTheSame, rehearsals, type Rehearsed } from './rehearsals.ts';

const seatrial = join(import.meta.dirname, '../../../packages/cli/bin/seatrial.mjs');
const workspace = fileURLToPath(new URL('../fleets/harbour', import.meta.url));
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'seatrial-faults-'));
  // The test fleet is a workspace of its own; what another one has prepared is not built again.
  await execa(process.execPath, [seatrial, 'prepare', 'local'], { cwd: workspace });
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** Rehearses the test fleet through the real command line. */
async function rehearse(
  proofs: readonly string[],
  names: readonly FaultName[],
): Promise<{ code: number | undefined; rehearsal: Rehearsal }> {
  const report = join(folder, names.join('+') || 'none');
  const flags = [
    ...proofs.flatMap((proof) => ['--proof', proof]),
    ...names.flatMap((name) => ['--fault', name]),
  ];
  const { exitCode, stderr } = await execa(
    process.execPath,
    [seatrial, 'rehearse', 'harbour', '--report', report, ...flags],
    { cwd: workspace, reject: false },
  );
  const text = await readFile(join(report, 'rehearsal.json'), 'utf8').catch(() => {
    throw new Error(`the rehearsal wrote no report: ${stderr.slice(-2000)}`);
  });
  return { code: exitCode, rehearsal: JSON.parse(text) as Rehearsal };
}

/** Every claim that did not come out as proven, for whoever reads a failed test. */
function unproven({ proofs }: Rehearsal): string {
  return proofs
    .filter(({ outcome }) => outcome !== 'proven')
    .map(({ id, outcome, reason = '' }) => `${id}: ${outcome}: ${reason}`)
    .join('\n');
}

test('every fault is in one rehearsal, and no two of a rehearsal are to be noticed by one kind of proof', () => {
  expect(rehearsals.flatMap(namesOf).toSorted()).toEqual(faultNames.toSorted());
  for (const one of rehearsals) {
    const kinds = namesOf(one).map((name) => faults[name].breaks);
    expect(kinds).toEqual([...new Set(kinds)]);
  }
});

test('without a fault every claim is proven', async () => {
  const tried = new Set([...rehearsals.flatMap(({ proofs }) => proofs), ...provenAllTheSame]);
  const { code, rehearsal } = await rehearse([...tried], []);
  expect(unproven(rehearsal)).toBe('');
  expect({ code, ended: rehearsal.ended }).toEqual({ code: 0, ended: 'complete' });
});

test.each(rehearsals.map((one) => [namesOf(one).join(', '), one] as const))(
  'in one rehearsal, one at a time, each while its own kind of proof runs: %s disprove their own claims and no other',
  async (_names, one) => {
    const { code, rehearsal } = await rehearse(one.proofs, namesOf(one));
    const made = Object.values(one.noticed).flatMap(({ claims }) => claims);
    const outcomes = Object.fromEntries(rehearsal.proofs.map(({ id, outcome }) => [id, outcome]));
    expect(outcomes, unproven(rehearsal)).toEqual({
      ...Object.fromEntries(Object.keys(outcomes).map((id) => [id, 'proven'])),
      ...Object.fromEntries(made.map((id) => [id, 'disproven'])),
    });
    for (const { claims, because } of Object.values(one.noticed))
      for (const claim of claims)
        expect(rehearsal.proofs.find(({ id }) => id === claim)?.reason, claim).toMatch(because);
    expect({ code, ended: rehearsal.ended }).toEqual({ code: 1, ended: 'complete' });
  },
);

function namesOf({ noticed }: Rehearsed): readonly FaultName[] {
  return Object.keys(noticed) as FaultName[];
}
