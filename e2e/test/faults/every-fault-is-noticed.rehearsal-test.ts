import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { faultNames, type FaultName } from '../../src/faults/fault-name.ts';
import { faults } from '../../src/faults/faults.ts';
import type { Rehearsal } from '../../src/report/rehearsal.ts';
import { proofKinds, type ProofKindName } from '../../src/trial/claim.ts';

const seatrial = join(import.meta.dirname, '../../../packages/cli/bin/seatrial.mjs');
const workspace = fileURLToPath(new URL('../fleets/harbour', import.meta.url));
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'seatrial-faults-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** Rehearses the test fleet through the real command line. */
async function rehearseWith(
  names: readonly FaultName[],
): Promise<{ code: number | undefined; rehearsal: Rehearsal }> {
  const report = join(folder, names.join('+') || 'none');
  const flags = names.flatMap((name) => ['--fault', name]);
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

function kindsWith(rehearsal: Rehearsal, ...outcomes: readonly string[]): readonly ProofKindName[] {
  const kinds = new Set(
    rehearsal.proofs.filter(({ outcome }) => outcomes.includes(outcome)).map(({ kind }) => kind),
  );
  return proofKinds.filter((kind) => kinds.has(kind));
}

/** Every claim that did not come out as proven, for whoever reads a failed test. */
function unproven({ proofs }: Rehearsal): readonly string[] {
  return proofs
    .filter(({ outcome }) => outcome !== 'proven')
    .map(({ id, outcome, reason = '' }) => `${id}: ${outcome}: ${reason}`);
}

test('without a fault every kind of proof has a claim on the test fleet, and all are proven', async () => {
  const { code, rehearsal } = await rehearseWith([]);
  expect(unproven(rehearsal)).toEqual([]);
  expect(kindsWith(rehearsal, 'proven')).toEqual(proofKinds);
  expect(code).toBe(0);
});

test.each(faultNames)('%s is noticed by its proof, and by no other', async (name) => {
  const { code, rehearsal } = await rehearseWith([name]);
  expect(rehearsal.ended).toBe('complete');
  expect(kindsWith(rehearsal, 'disproven'), unproven(rehearsal).join('\n')).toEqual([faults[name].breaks]);
  expect(
    kindsWith(rehearsal, 'timeout', 'infrastructure', 'not proven here'),
    unproven(rehearsal).join('\n'),
  ).toEqual([]);
  expect(code).toBe(1);
});
