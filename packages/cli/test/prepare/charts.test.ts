import { rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { recipes } from '@seatrial/guests';
import type { ChartSource } from '@seatrial/compiler';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { findChart } from '../../src/cache/chart-entry.ts';
import { enginePath } from '../../src/cache/engine-entry.ts';
import { renderChart } from '../../src/helm/render-chart.ts';
import { prepare } from '../../src/prepare/prepare.ts';
import type { PreparedChart } from '../../src/prepare/prepare-charts.ts';
import { git, gitRepository, repositoryFolder, serve } from './support/chart-repository.ts';
import { keepLines, needs } from './support/needs.ts';
import { ownCache } from './support/own-cache.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

beforeAll(async () => {
  await prepare(needs({ tools: ['helm'] }), () => {});
}, 600_000);

async function prepareChart(source: ChartSource): Promise<PreparedChart> {
  const { charts } = await prepare(needs({ charts: [source] }), () => {});
  return charts[0] ?? { source, notReached: 'nothing was told' };
}

async function kindsOf(source: ChartSource): Promise<string[]> {
  const objects = await renderChart({
    chartPath: findChart(source) ?? 'not prepared',
    release: 'web',
    namespace: 'shop',
    kubernetesVersion: '1.29.15',
    apiVersions: [],
    values: {},
  });
  return objects.map(({ kind }) => kind).sort();
}

const greeterKinds = ['ConfigMap', 'CustomResourceDefinition', 'Deployment', 'Job'];

describe('a chart of a Helm repository', () => {
  test('is fetched over HTTP, rendered, and not fetched again', async () => {
    await ownCache({ engines: true });
    const { url, asked } = await serve(await repositoryFolder());
    const source = { repository: url, chart: 'greeter', version: '1.2.3' };
    expect(await prepareChart(source)).toEqual({ source, path: findChart(source) });
    expect(await kindsOf(source)).toEqual(greeterKinds);
    expect(asked).toContain('/greeter-1.2.3.tgz');
    asked.length = 0;
    expect(await prepareChart(source)).toEqual({ source, path: findChart(source) });
    expect(asked).toEqual([]);
  });

  test('may be a range, which is asked for again; what the cache holds stays when the repository is gone', async () => {
    await ownCache({ engines: true });
    const folder = await repositoryFolder();
    const { url, asked } = await serve(folder);
    const source = { repository: url, chart: 'greeter', version: '^1.2.0' };
    const prepared = await prepareChart(source);
    expect(prepared).toHaveProperty('path');
    asked.length = 0;
    await prepareChart(source);
    expect(asked).toContain('/index.yaml');
    await rm(join(folder, 'index.yaml'));
    expect(await prepareChart(source)).toEqual(prepared);
    expect(await kindsOf(source)).toEqual(greeterKinds);
  });

  test('that the repository does not have stays by reference, with helm’s reason', async () => {
    await ownCache({ engines: true });
    const { url } = await serve(await repositoryFolder());
    const source = { repository: url, chart: 'greeter', version: '9.9.9' };
    const { lines, write } = keepLines();
    const { charts } = await prepare(needs({ charts: [source] }), write);
    expect(charts).toEqual([{ source, notReached: expect.stringMatching(/greeter.*9\.9\.9/) }]);
    expect(lines.at(-1)).toMatch(
      /^the chart greeter 9\.9\.9 from http:\S+ is not reached: .*; it stays by reference\.$/,
    );
    expect(findChart(source)).toBeUndefined();
  });

  test.each([
    ['with an index', {}],
    ['of bare packages', { bare: true }],
  ])('may be a folder %s', async (_, kind) => {
    await ownCache({ engines: true });
    const folder = await repositoryFolder(kind);
    const repository = pathToFileURL(folder).href;
    const source = { repository, chart: 'greeter', version: '1.2.3' };
    expect(await prepareChart(source)).toHaveProperty('path');
    expect(await kindsOf(source)).toEqual(greeterKinds);
    const absent = { repository, chart: 'greeter', version: '1.2.4' };
    expect(await prepareChart(absent)).toEqual({
      source: absent,
      notReached: expect.stringContaining('greeter 1.2.4 is not in'),
    });
  });
});

describe('a chart in git', () => {
  test.each(['v1', 'main', 'the commit'])('is fetched at %s and rendered', async (revision) => {
    await ownCache({ engines: true });
    const { path, commit } = await gitRepository();
    const source = {
      git: path,
      path: 'charts/greeter',
      revision: revision === 'the commit' ? commit : revision,
    };
    expect(await prepareChart(source)).toEqual({ source, path: findChart(source) });
    expect(await kindsOf(source)).toEqual(greeterKinds);
  });

  test('follows a branch', async () => {
    await ownCache({ engines: true });
    const { path } = await gitRepository();
    const source = { git: path, path: 'charts/greeter', revision: 'main' };
    await prepareChart(source);
    const work = join(await temporaryFolder(), 'work');
    await git('/', 'clone', '--quiet', path, work);
    await rm(join(work, 'charts/greeter/templates/migrate.yaml'));
    await git(work, 'commit', '--quiet', '--all', '--message', 'no job');
    await git(work, 'push', '--quiet', 'origin', 'main');
    await prepareChart(source);
    expect(await kindsOf(source)).toEqual(greeterKinds.filter((kind) => kind !== 'Job'));
  });

  test.each([
    ['a revision', { revision: 'v9' }, /v9/],
    ['a folder', { path: 'charts/nothing' }, /there is no chart in charts\/nothing at v1/],
    ['a folder inside the repository', { path: '../../../etc' }, /there is no chart/],
  ])('that lacks %s stays by reference', async (_, change, reason) => {
    await ownCache({ engines: true });
    const source = { git: (await gitRepository()).path, path: 'charts/greeter', revision: 'v1', ...change };
    expect(await prepareChart(source)).toEqual({ source, notReached: expect.stringMatching(reason) });
    expect(findChart(source)).toBeUndefined();
  });

  test('needs git, and says so', async () => {
    await ownCache({ engines: true });
    const { path } = await gitRepository();
    vi.stubEnv('PATH', await temporaryFolder());
    await expect(prepareChart({ git: path, path: 'charts/greeter', revision: 'v1' })).rejects.toThrow(
      'git is not installed, and it fetches charts from git repositories: install git and run `seatrial prepare` again.',
    );
  });
});

describe('a chart of a host that cannot be reached', () => {
  test('stays by reference; the host is asked once, and helm is not built for it', async () => {
    await ownCache();
    const closed = await closedPort();
    const sources = ['a', 'b'].map((chart) => ({
      repository: `http://127.0.0.1:${closed}`,
      chart,
      version: '1.0.0',
    }));
    const { lines, write } = keepLines();
    const { charts } = await prepare(needs({ charts: sources }), write);
    expect(charts).toEqual(
      sources.map((source) => ({ source, notReached: '127.0.0.1 refuses the connection' })),
    );
    expect(lines.filter((line) => line.startsWith('building'))).toEqual([]);
  });

  test.each([
    ['https://charts.invalid', 'the name charts.invalid does not resolve'],
    ['oci://charts.invalid/x', 'the name charts.invalid does not resolve'],
  ])('%s: %s', async (repository, notReached) => {
    await ownCache();
    const source = { repository, chart: 'a', version: '1.0.0' };
    expect(await prepareChart(source)).toEqual({ source, notReached });
  });

  test.each([
    'git@git.invalid:shop/charts.git',
    'https://git.invalid/charts.git',
    'ssh://git@git.invalid/charts.git',
  ])('%s in git', async (address) => {
    await ownCache();
    const source = { git: address, path: 'a', revision: 'main' };
    expect(await prepareChart(source)).toEqual({
      source,
      notReached: 'the name git.invalid does not resolve',
    });
  });
});

describe('rendering', () => {
  const rendering = {
    chartPath: new URL('../fixtures/charts/greeter', import.meta.url).pathname,
    release: 'web',
    namespace: 'shop',
    kubernetesVersion: '1.29.15',
    apiVersions: [],
    values: {},
  };

  async function kindsWith(apiVersions: readonly string[]): Promise<string[]> {
    return (await renderChart({ ...rendering, apiVersions })).map(({ kind }) => kind);
  }

  test('uses the values, the release, the namespace and the version of the cluster', async () => {
    const objects = await renderChart({
      ...rendering,
      values: { replicas: 3, greeting: 'на\u2028здраве \u007f ok: # yes' },
    });
    expect(objects.find(({ kind }) => kind === 'Deployment')).toMatchObject({
      metadata: {
        name: 'web-greeter',
        namespace: 'shop',
        annotations: {
          'greeter.example/kubernetes': 'v1.29.15',
          'greeter.example/helm': recipes.helm.version,
        },
      },
      spec: {
        replicas: 3,
        template: {
          spec: { containers: [{ env: [{ name: 'GREETING', value: 'на\u2028здраве \u007f ok: # yes' }] }] },
        },
      },
    });
  });

  test('has the definitions and the hooks, but no tests and no empty documents', async () => {
    const objects = await renderChart(rendering);
    expect(objects.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['CustomResourceDefinition', 'Job']),
    );
    expect(objects.map(({ kind }) => kind)).not.toContain('Pod');
    expect(objects).toHaveLength(4);
  });

  test('merges what the YAML merges', async () => {
    const objects = await renderChart(rendering);
    expect(objects.find(({ kind }) => kind === 'ConfigMap')?.metadata.annotations).toEqual({
      'app.kubernetes.io/name': 'greeter',
    });
  });

  test('asks for what the cluster serves', async () => {
    expect(await kindsWith([])).not.toContain('ServiceMonitor');
    expect(await kindsWith(['v1', 'monitoring.coreos.com/v1/ServiceMonitor'])).toContain('ServiceMonitor');
  });

  test.each([
    [
      'values of a wrong type',
      { values: { replicas: 'three' } },
      /values don't meet the specifications of the schema/,
    ],
    ['a chart that is not there', { chartPath: '/nowhere/chart.tgz' }, /nowhere/],
    ['a version that is none', { kubernetesVersion: 'latest' }, /latest/],
  ])('%s are one sentence', async (_, change, reason) => {
    const failing = renderChart({ ...rendering, ...change });
    await expect(failing).rejects.toMatchObject({
      name: 'HelmError',
      message: expect.stringMatching(reason),
    });
    await expect(failing).rejects.not.toMatchObject({ message: expect.stringContaining('\n') });
  });

  test('opens no connection when the schema of the values names a host', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'Chart.yaml'), 'apiVersion: v2\nname: greedy\nversion: 1.0.0\n');
    await writeFile(
      join(folder, 'values.schema.json'),
      JSON.stringify({ $ref: 'http://values.invalid/schema.json' }),
    );
    await expect(renderChart({ ...rendering, chartPath: folder })).rejects.toThrow(
      /proxyconnect tcp: .*127\.0\.0\.1:9/,
    );
  });

  test('needs helm, and says so', async () => {
    await ownCache();
    await expect(renderChart(rendering)).rejects.toThrow(
      `helm ${recipes.helm.version} is not prepared: run \`seatrial prepare\`.`,
    );
    expect(enginePath(recipes.helm)).toContain('seatrial-test-');
  });
});

/** A port of loopback where nothing listens. */
async function closedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
