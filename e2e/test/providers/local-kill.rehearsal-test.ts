import { createHash, randomInt } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isListening } from '../../src/run/await-process.ts';
import { leftoversOf, processesNaming } from '../run/leftovers.ts';
import { startSeatrial } from '../support/rehearsal-process.ts';

/** The same number gives the same moments. */
const seed = Number(process.env['KILL_SEED'] ?? randomInt(1_000_000));
const random = (name: string): number =>
  createHash('sha256').update(`${seed} ${name}`).digest().readUInt32BE() / 2 ** 32;

const signals = ['SIGKILL', 'SIGINT', 'SIGTERM'] as const;
const turn = Math.floor(random('turn') * signals.length);

/** Seconds at most after a line that a rehearsal says when that part of its life begins. */
const moments = [
  { part: 'Clusters and Argo CD', within: 5 },
  { part: 'Sync', within: 3 },
  { part: 'Self-heal', within: 4 },
  { part: 'Taking away', within: 0.4 },
].map((moment, index) => ({
  ...moment,
  after: random(moment.part) * moment.within,
  signal: signals[(turn + index) % signals.length] ?? 'SIGKILL',
}));

let folder: string;
let report: string;
beforeAll(() => {
  process.stderr.write(`KILL_SEED=${seed}\n`);
  folder = mkdtempSync(join(tmpdir(), 'lab-kill-test-'));
  report = mkdtempSync(join(tmpdir(), 'lab-kill-report-'));
});
afterAll(() => {
  for (const one of [folder, report]) rmSync(one, { recursive: true });
});

/** Ports that processes were told to listen on, or to go to. */
function portsOf(processes: readonly string[]): number[] {
  const named = processes.flatMap((line) => [...line.matchAll(/(?:127\.0\.0\.1:|port=)(\d+)/g)]);
  return [...new Set(named.map(([, port]) => Number(port)))];
}

test.each(moments)('nothing is left after $signal $after s into "$part"', async ({ part, after, signal }) => {
  const args = ['rehearse', 'dinghy', '--proof', 'syncs', '--proof', 'heals', '--report', report];
  const rehearsal = startSeatrial('dinghy', args, folder);
  await rehearsal.says(` s  ${part}\n`);
  await sleep(after * 1000);
  const ports = portsOf(processesNaming(folder));
  rehearsal.kill(signal);
  const { code } = await rehearsal.ended;

  // Whoever can still take away what was started has done so when it ends.
  if (signal !== 'SIGKILL') expect(code).toBeOneOf(part === 'Taking away' ? [0, 130] : [130]);
  expect(await leftoversOf(folder, signal === 'SIGKILL' ? 30 : 0)).toEqual([]);
  expect(await Promise.all(ports.map((port) => isListening(port)))).toEqual(ports.map(() => false));
});
