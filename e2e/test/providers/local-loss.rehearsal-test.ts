import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Rehearsal } from '../../src/report/rehearsal.ts';
import { leftoversOf, processesNaming } from '../run/leftovers.ts';
import { startSeatrial } from '../support/rehearsal-process.ts';

let folder: string;
let report: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lab-loss-test-'));
  report = mkdtempSync(join(tmpdir(), 'lab-loss-report-'));
});
afterAll(() => {
  for (const one of [folder, report]) rmSync(one, { recursive: true });
});

/** Ends one process of the lab as a machine without memory would. */
function endOne(having: string): void {
  const line = processesNaming(folder).find((one) => one.includes(having));
  // Process 0 would be this test and everything beside it.
  if (line === undefined) throw new Error(`no process of the lab has "${having}" in its arguments`);
  process.kill(Number(line.split(' ')[0]), 'SIGKILL');
}

test.each([
  ['jetty/etcd', 'Sync', '/etcd --data-dir'],
  ['jetty/kube-apiserver', 'Self-heal', ' --etcd-servers='],
  ['jetty/argocd-application-controller', 'Self-heal', '/argocd --namespace=argocd --redis'],
  ['git-server', 'Self-heal', 'git-server-program.ts'],
])('a rehearsal that loses %s says so and ends', async (name, part, having) => {
  const args = ['rehearse', 'dinghy', '--proof', 'syncs', '--proof', 'heals', '--report', report];
  const rehearsal = startSeatrial('dinghy', args, folder);
  await rehearsal.says(` s  ${part}\n`);
  endOne(having);
  const { code, stdout } = await rehearsal.ended;

  expect({ code, stdout }).toMatchObject({ code: 3, stdout: expect.stringContaining(name) as unknown });
  const { ended, reason, proofs } = JSON.parse(
    readFileSync(join(report, 'rehearsal.json'), 'utf8'),
  ) as Rehearsal;
  expect(ended).toBe('infrastructure');
  expect(reason).toMatch(
    new RegExp(`^${name} killed by SIGKILL, and nobody had ended it\\. (Its last lines:\n|It wrote nothing)`),
  );
  for (const { outcome } of proofs) expect(outcome).toBeOneOf(['proven', 'infrastructure']);
  expect(await leftoversOf(folder, 0)).toEqual([]);
});
