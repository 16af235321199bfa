import { join } from 'node:path';
import { checkModel, resolve, type FleetModel } from '@seatrial/compiler';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { parse } from 'yaml';
import { startChartServer } from '../../../src/companions/chart-server.ts';
import { git } from '../../../src/companions/git.ts';
import { startGitServer } from '../../../src/companions/git-server.ts';
import type { ChartServer, GitServer } from '../../../src/lab/lab.ts';
import type { Run } from '../../../src/run/run.ts';
import type { Subject } from '../../../src/trial/subject.ts';
import { openModelRepository, type ModelRepository } from '../../../src/trial/publish/model-repository.ts';
import { serveSources } from '../../../src/trial/publish/serve-sources.ts';
import { servedName } from '../../../src/trial/publish/served-name.ts';
import { openTestRun } from '../../support/test-run.ts';

const chartsRepository = 'https://git.example/pier/charts.git';
const pinned = '0123456789abcdef0123456789abcdef01234567';
const inputs = { versions: {}, bases: {} };
const deployment = 'clusters/pier/base/web/web-deployment.yaml';

let run: Run;
let server: GitServer;
let charts: ChartServer;
let repository: string;
let piers = 0;

beforeAll(async () => {
  run = await openTestRun();
  [server, charts] = await Promise.all([
    startGitServer(run, { address: '127.0.0.1' }),
    startChartServer(run, { address: '127.0.0.1' }),
  ]);
});
afterAll(() => run.supervisor.close());
beforeEach(() => void (repository = `https://git.example/pier/${String((piers += 1))}.git`));

function fleetWith(replicas: number, further: Record<string, unknown> = {}): FleetModel {
  const web = { image: 'registry.example/pier/web:1.0.0', port: 8080, replicas };
  return checkModel({
    name: 'pier',
    repository,
    engine: 'argo-cd',
    branch: 'trunk',
    clusters: { one: { kubernetes: '1.34', role: 'hub', environments: ['dev', 'prod'] } },
    environments: { prod: { branch: 'release' } },
    applications: { web: { workloads: { web } }, ...further },
  });
}

async function openPier(model: FleetModel): Promise<ModelRepository> {
  const subject: Subject = {
    model,
    inputs,
    fleet: resolve(model, inputs).fleet,
    definitions: new Map(),
    files: new Map([['bases/legacy/kustomization.yaml', 'resources: []\n']]),
    refusals: () => Promise.resolve([]),
  };
  // Each in a folder of its own, as each rehearsal is.
  const own = { ...run, folder: join(run.folder, String(piers)) };
  const sources = await serveSources(own, { git: server, charts }, subject);
  const world = { plane: 'control plane', webhooks: {}, definitions: new Map(), ...sources } as const;
  return await openModelRepository({ run: own, git: server, subject, world });
}

const cloneOf = (): string => join(run.folder, String(piers), 'model-repository');

/** What a client of the git server gets to see, not what the repository believes to have pushed. */
async function served(
  ref: string,
  name = servedName(repository),
): Promise<{ sha: string; show(path: string): Promise<string> }> {
  const bare = join(run.folder, 'seen');
  await git(run.folder, 'init', '--quiet', '--bare', bare);
  await git(bare, 'fetch', '--quiet', '--force', '--no-tags', server.url(name), `${ref}:refs/seen`);
  return {
    sha: await git(bare, 'rev-parse', 'refs/seen^{commit}'),
    show: (path) => git(bare, 'show', `refs/seen:${path}`),
  };
}
const replicasAt = async (ref: string): Promise<unknown> =>
  (parse(await (await served(ref)).show(deployment)) as { spec: { replicas: number } }).spec.replicas;

test('a model arrives on every branch that the engine follows, with all that its trees read', async () => {
  const pier = await openPier(fleetWith(1));
  const published = await pier.publish('First', fleetWith(1));
  const { sha, show } = await served('refs/heads/trunk');
  expect(published.commits).toEqual({ trunk: sha, release: sha });
  expect((await served('refs/heads/release')).sha).toBe(sha);
  expect(await show('clusters/pier/argo-cd/root.yaml')).toContain(server.url(servedName(repository)));
  expect(await show('bases/legacy/kustomization.yaml')).toBe('resources: []');
  expect(pier.standIns.map(({ real }) => real)).toContain(repository);
});

test('only what changed is in a commit, and a revert brings back what was', async () => {
  const pier = await openPier(fleetWith(1));
  const first = await pier.publish('First', fleetWith(1));
  await pier.publish('# Three', fleetWith(3));
  const { sha: three } = await served('refs/heads/trunk');
  expect(await git(cloneOf(), 'show', '--format=%an: %s', '--name-only', three)).toBe(
    `Seatrial: # Three\n\n${deployment}`,
  );
  expect(await replicasAt('refs/heads/release')).toBe(3);
  const back = await pier.revert('Back to one');
  expect(await replicasAt('refs/heads/release')).toBe(1);
  expect(back).toMatchObject({ model: first.model, fleet: first.fleet, message: 'Back to one' });
  expect(await git(cloneOf(), 'log', '-1', '--format=%B')).toBe(
    `Back to one\n\nThis reverts commit ${three}.`,
  );
  expect(await git(cloneOf(), 'diff', first.commits['trunk'] ?? '', back.commits['trunk'] ?? '')).toBe('');
});

test('reverts go back one publish at a time, also over one that changed nothing', async () => {
  const pier = await openPier(fleetWith(1));
  await pier.publish('First', fleetWith(1));
  await pier.publish('Three', fleetWith(3));
  await pier.publish('Nothing', fleetWith(3));
  await pier.revert('Not nothing');
  expect(await replicasAt('refs/heads/trunk')).toBe(3);
  await pier.revert('Not three');
  expect(await replicasAt('refs/heads/trunk')).toBe(1);
  await pier.publish('Seven', fleetWith(7));
  await pier.revert('Not seven');
  expect(await replicasAt('refs/heads/trunk')).toBe(1);
  await expect(pier.revert('Before the first')).rejects.toMatchObject({ name: 'Infrastructure' });
});

test('what cannot be pushed leaves no trace', async () => {
  const pier = await openPier(fleetWith(1));
  await pier.publish('First', fleetWith(1));
  await server.stop();
  await expect(pier.publish('Three', fleetWith(3))).rejects.toMatchObject({ name: 'Infrastructure' });
  await server.start();
  await pier.publish('Five', fleetWith(5));
  expect(await replicasAt('refs/heads/trunk')).toBe(5);
  await pier.revert('Not five');
  expect(await replicasAt('refs/heads/trunk')).toBe(1);
});

test('a wrong model is told as it is told everywhere, and nothing is pushed', async () => {
  const pier = await openPier(fleetWith(1));
  const published = await pier.publish('First', fleetWith(1));
  await expect(pier.publish('Wrong', { ...fleetWith(1), failover: { one: 'two' } })).rejects.toMatchObject({
    name: 'ModelError',
    findings: [{ code: 'SEA1003' }],
  });
  expect((await served('refs/heads/trunk')).sha).toBe(published.commits['trunk']);
});

test('objects can be changed where no model can say it', async () => {
  const pier = await openPier(fleetWith(1));
  const { fleet } = await pier.publish('Prod is gone', fleetWith(1), {
    adjust: (fleet) => ({
      ...fleet,
      placements: fleet.placements.filter(({ environment }) => environment !== 'prod'),
    }),
  });
  expect(fleet.placements.map(({ environment }) => environment)).toEqual(['dev']);
  const { show } = await served('refs/heads/trunk');
  await expect(show('clusters/pier/one/prod/web/kustomization.yaml')).rejects.toThrow('does not exist');
});

test('charts are served at the version or revision that the fleet names', async () => {
  const chart = { clusterKinds: [] };
  const model = fleetWith(1, {
    mail: {
      charts: {
        mail: { ...chart, git: chartsRepository, path: 'mail', revision: 'mail-1.2.3' },
        relay: { ...chart, git: chartsRepository, path: 'relay', revision: 'main' },
        sorter: { ...chart, git: chartsRepository, path: 'sorter', revision: pinned },
        spool: { ...chart, git: repository, path: 'charts/spool', revision: 'trunk' },
        queue: { ...chart, repository: 'https://charts.example', version: '2.0.0' },
      },
    },
  });
  const pier = await openPier(model);
  const { fleet } = await pier.publish('First', model);
  expect(await (await served('refs/heads/trunk')).show('charts/spool/Chart.yaml')).toContain('name: spool');
  const name = servedName(chartsRepository);
  expect(await (await served('refs/tags/mail-1.2.3', name)).show('mail/Chart.yaml')).toContain('name: mail');
  expect(await (await served('refs/heads/main', name)).show('relay/Chart.yaml')).toContain('name: relay');
  const sorter = await served(`refs/tags/commit-${pinned}`, name);
  expect(await sorter.show('sorter/Chart.yaml')).toContain(`appVersion: ${pinned}`);
  const sources = fleet.placements.flatMap(({ charts }) => charts.map(({ source }) => source));
  expect(sources).toContainEqual({ git: server.url(name), path: 'sorter', revision: `commit-${pinned}` });
  const index = await fetch(`${charts.url('charts.example')}/index.yaml`);
  expect(parse(await index.text())).toMatchObject({ entries: { queue: [{ version: '2.0.0' }] } });
});
