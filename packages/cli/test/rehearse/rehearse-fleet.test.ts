import { join } from 'node:path';
import type { Rehearsal, RehearsalRequest } from '@seatrial/e2e';
import { beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { loadFleets } from '../../src/load/load-fleets.ts';
import { startAll } from '../../src/load/start-models.ts';
import { rehearseFleet, type RehearsalTools } from '../../src/rehearse/rehearse-fleet.ts';
import type { RehearsalOptions } from '../../src/rehearse/rehearsal-options.ts';
import { findWorkspace } from '../../src/workspace/workspace.ts';
import { fleetText, preparedOnce, temporaryWorkspace } from '../temporary-workspace.ts';
import { cacheWithEmptyPrograms } from './support.ts';

beforeAll(() => preparedOnce(), 600_000);

const proven = { outcome: 'proven' } as Rehearsal['proofs'][number];

function rehearsalOf(parts: Partial<Rehearsal>): Rehearsal {
  return { fleet: 'shop', ended: 'complete', proofs: [proven], ...parts } as Rehearsal;
}

/** Rehearses a small fleet with `rehearse` in the place of the clusters; gives what people see and what was written. */
async function run(
  rehearse: (request: RehearsalRequest) => Promise<Rehearsal>,
  options: Partial<RehearsalOptions> = {},
) {
  const written: string[] = [];
  const tools: RehearsalTools = {
    rehearse: async (request) => ({
      rehearsal: await rehearse(request),
      lookInside: ['kubectl get all'],
      ...(request.keep === true ? { removeLater: 'seatrial-remove' } : {}),
    }),
    progressTo: () => ({ tell: () => {}, end: () => {} }),
    writeReports: async (_, folder) => {
      written.push(folder);
      return [join(folder, 'page.html')];
    },
    summaryOf: ({ proofs }, page) => `${proofs.length} proven, ${page}\n`,
  };
  const { root } = temporaryWorkspace({ 'environments/shop/fleet.ts': fleetText('shop') });
  const workspace = findWorkspace(root);
  const [outcome] = await loadFleets(startAll(workspace, workspace.fleets), { charts: true });
  if (outcome === undefined || 'error' in outcome) throw outcome?.error ?? new Error('There is no fleet.');
  const said = { out: '', err: '' };
  const out = vi
    .spyOn(process.stdout, 'write')
    .mockImplementation((text) => ((said.out += String(text)), true));
  const err = vi
    .spyOn(process.stderr, 'write')
    .mockImplementation((text) => ((said.err += String(text)), true));
  const restore = (): void => [out, err].forEach((spy) => spy.mockRestore());
  onTestFinished(restore);
  const all = {
    provider: 'local',
    cluster: [],
    proof: [],
    fault: [],
    keep: false,
    yes: false,
    ...options,
  } as const;
  try {
    const code = await rehearseFleet(outcome.loaded, workspace, all, tools);
    return { code, written, ...said };
  } finally {
    restore();
  }
}

test('what is chosen is asked for, the summary is data, and the reports are kept in the cache', async () => {
  const cache = await cacheWithEmptyPrograms();
  vi.stubEnv('CI', '');
  let asked: RehearsalRequest | undefined;
  const { code, out, err, written } = await run(
    async (request) => {
      asked = request;
      return rehearsalOf({});
    },
    { proof: ['heal*', 'syncs', 'reaches/*-paris'], cluster: ['paris'], fault: ['prune-off'] },
  );
  expect(asked).toMatchObject({
    provider: 'local',
    proofs: ['syncs', 'heals', 'reaches/hello-prod-paris'],
    clusters: ['paris'],
    faults: ['prune-off'],
    keep: false,
    patience: 1,
    subject: { fleet: { name: 'shop' }, model: { name: 'shop' } },
  });
  const folder = join(cache, 'rehearsals/shop');
  expect({ code, out, err, written }).toEqual({
    code: 0,
    out: `1 proven, ${folder}/page.html\n`,
    err: '',
    written: [folder],
  });
});

test('everything is asked for unless something is chosen, with more patience in CI', async () => {
  await cacheWithEmptyPrograms();
  vi.stubEnv('CI', 'true');
  const { code } = await run(async (request) => {
    expect(request).not.toHaveProperty('proofs');
    expect(request).not.toHaveProperty('clusters');
    expect(request).not.toHaveProperty('faults');
    expect(request.patience).toBe(3);
    return rehearsalOf({});
  });
  expect(code).toBe(0);
});

test('a proof or a cluster that does not exist is told before anything starts, with what was probably meant', async () => {
  await cacheWithEmptyPrograms();
  const never = async (): Promise<Rehearsal> => Promise.reject(new Error('It was started.'));
  await expect(run(never, { proof: ['heal'] })).rejects.toMatchObject({
    sentence: 'There is no proof "heal".',
    hint: expect.stringContaining('"heals"') as string,
  });
  await expect(run(never, { cluster: ['pari'] })).rejects.toMatchObject({
    sentence: 'There is no cluster "pari".',
    hint: expect.stringContaining('"paris"') as string,
  });
});

test('only what the provider and the fleet need has to be prepared', async () => {
  const fine = async (): Promise<Rehearsal> => rehearsalOf({});
  await cacheWithEmptyPrograms(['gatekeeper', 'external-secrets', 'probe']);
  expect(await run(fine)).toMatchObject({ code: 0 });
  await cacheWithEmptyPrograms(['etcd', 'kwok']);
  await expect(run(fine)).rejects.toThrow(/^etcd .* is not prepared: run `seatrial prepare local`/);
  expect(await run(fine, { provider: 'existing', contexts: 'contexts.yaml' })).toMatchObject({ code: 0 });
});

test('a rehearsal that had nothing to prove is not one that passed', async () => {
  await cacheWithEmptyPrograms();
  await expect(run(async () => rehearsalOf({ proofs: [] }))).rejects.toMatchObject({
    sentence: 'Nothing was proven: shop promises nothing of what was chosen.',
    exitCode: 2,
  });
});

test('a request to end ends the rehearsal, a second one changes nothing, and what was found is reported', async () => {
  await cacheWithEmptyPrograms();
  const { code, err, written } = await run(async ({ signal }) => {
    const aborted = new Promise((resolve) => signal.addEventListener('abort', resolve));
    process.emit('SIGTERM');
    process.emit('SIGTERM');
    await aborted;
    return rehearsalOf({ ended: 'interrupted' });
  });
  expect({ code, written: written.length }).toEqual({ code: 130, written: 1 });
  expect(err.match(/is being taken away/g)).toHaveLength(2);
  expect(process.listenerCount('SIGTERM')).toBe(0);
});

test('what is kept is told with the way to look inside and to remove it', async () => {
  await cacheWithEmptyPrograms();
  const { err } = await run(async () => rehearsalOf({}), { keep: true });
  expect(err).toContain('kubectl get all');
  expect(err).toContain('seatrial-remove');
});
