import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { kindProvider } from '../../src/providers/kind/kind-provider.ts';
import { Infrastructure } from '../../src/run/outcome-errors.ts';
import { processesOf } from '../../src/run/process-group.ts';
import { bareCluster } from '../support/bare-cluster.ts';
import { preparedPrograms } from '../support/prepared-programs.ts';
import { openTestRun } from '../support/test-run.ts';
import { leftInEngine } from './left-in-engine.ts';

const request = {
  fleet: 'two',
  clusters: [bareCluster('paris'), bareCluster('lyon')],
  argoCds: [],
  images: [],
};
const logs = mkdtempSync(join(tmpdir(), 'kind-failure-test-'));

afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(logs, { recursive: true, force: true });
});

test('a cluster that cannot be made is told, with what it said, and nothing is left', async () => {
  const run = await openTestRun({ programs: await preparedPrograms(), logs });
  // Debian with git: it starts, and is no node.
  vi.stubEnv('KIND_NODE_IMAGE', process.env['GIT_IMAGE'] ?? 'buildpack-deps:bookworm-scm');

  const opening = kindProvider.open(request, run);
  await expect(opening).rejects.toThrow(Infrastructure);
  await expect(opening).rejects.toThrow(
    /`kind create cluster` failed: ERROR: .*what its node has said is in .*\/(paris|lyon)\./s,
  );

  expect([...(await processesOf(run.id)), ...(await leftInEngine(run.id))]).toEqual([]);
  expect(existsSync(run.folder)).toBe(false);
  expect(readdirSync(join(logs, 'paris'))).toContain(`seatrial-${run.id}-paris-control-plane`);
});

test('where no engine answers, that is said, with the way out', async () => {
  vi.stubEnv('PATH', '');
  const run = await openTestRun();
  await expect(kindProvider.open(request, run)).rejects.toThrow(
    /No container engine answers .* start one, or rehearse with `--provider local`/,
  );
  expect(existsSync(run.folder)).toBe(false);
});
