import { expect, test } from 'vitest';
import { factsOfFleet } from '../../src/facts/facts-of-fleet.ts';
import type { TreeFacts } from '../../src/facts/tree-facts.ts';
import type { FleetModel, VersionsFile } from '../../src/index.ts';
import { checkModel, resolve } from '../../src/index.ts';

const shop = {
  name: 'shop',
  repository: 'https://git.example/shop/fleet.git',
  engine: 'argo-cd',
  environments: { prod: { versions: './versions.json' } },
  clusters: {
    hub: { kubernetes: '1.34', role: 'hub' },
    paris: { kubernetes: '1.34', role: 'active', environments: ['prod'] },
    dublin: { kubernetes: '1.34', role: 'standby', environments: ['prod'] },
  },
  applications: {
    api: { workloads: { api: { image: 'registry.example/api', port: 8080 } } },
    web: { workloads: { web: { image: 'registry.example/web', port: 8080 } } },
    logs: {
      on: { clusters: ['paris'] },
      charts: { loki: { repository: 'https://charts.example', version: '1.0.0' } },
    },
  },
  failover: { paris: 'dublin' },
};
type Shop = typeof shop & Record<string, unknown>;

const versions: VersionsFile = {
  images: { 'registry.example/api': '1.0.0', 'registry.example/web': '1.0.0' },
};

function facts(change: (model: Shop) => void = () => {}, files: VersionsFile = versions) {
  const model: Shop = structuredClone(shop);
  change(model);
  const checked: FleetModel = checkModel(model);
  const inputs = { versions: { prod: files }, bases: {} };
  return factsOfFleet({ model: checked, inputs, ...resolve(checked, inputs) });
}

/** The entries of the record that a change of the model changes: what Nx takes for another input. */
function changed(change: (model: Shop) => void, files: VersionsFile = versions): string[] {
  const before = entriesOf(facts());
  const after = entriesOf(facts(change, files));
  return Object.keys({ ...before, ...after })
    .filter((key) => before[key] !== after[key])
    .sort();
}

function entriesOf({ fleet, applications, clusters, charts }: TreeFacts): Record<string, string> {
  const named = Object.entries(applications).map(([name, digest]) => [`application ${name}`, digest]);
  const ofClusters = Object.entries(clusters).map(([name, cluster]) => [name, JSON.stringify(cluster)]);
  return Object.fromEntries([['fleet', fleet], ['charts', JSON.stringify(charts)], ...named, ...ofClusters]);
}

test.each<[string, (model: Shop) => void, string[]]>([
  ['nothing', () => {}, []],
  [
    'the order of keys',
    (model) => void (model.clusters.paris = { environments: ['prod'], role: 'active', kubernetes: '1.34' }),
    [],
  ],
  [
    "a cluster's Kubernetes version",
    (model) => void (model.clusters.paris.kubernetes = '1.33'),
    ['fleet', 'paris'],
  ],
  [
    "a chart's version",
    (model) => void (model.applications.logs.charts.loki.version = '1.1.0'),
    ['application logs', 'charts', 'paris'],
  ],
  [
    "a chart's values, which stand in a file",
    (model) => void Object.assign(model.applications.logs.charts.loki, { values: { a: 1 } }),
    ['application logs'],
  ],
  [
    'an image, which stands in a file',
    (model) => void (model.applications.api.workloads.api.image = 'registry.example/api:2'),
    ['application api'],
  ],
  [
    'storage classes',
    (model) => void Object.assign(model.clusters.dublin, { storageClasses: ['fast'] }),
    ['dublin', 'fleet'],
  ],
  [
    'capacity',
    (model) => void Object.assign(model.clusters.dublin, { capacity: { cpu: 4, memory: '8Gi' } }),
    ['fleet'],
  ],
  [
    'roles',
    (model) => void ([model.clusters.paris.role, model.clusters.dublin.role] = ['standby', 'active']),
    ['fleet'],
  ],
  [
    'what is accepted on one cluster',
    (model) => void (model['suppress'] = [{ code: 'SEA3402', cluster: 'paris', reason: 'known' }]),
    ['fleet', 'paris'],
  ],
  [
    'what is accepted of one application',
    (model) => void (model['suppress'] = [{ code: 'SEA3402', application: 'logs', reason: 'known' }]),
    ['fleet', 'paris'],
  ],
  [
    'how one application is applied',
    (model) => void Object.assign(model.applications.logs, { sync: { serverSideApply: true } }),
    ['application logs', 'paris'],
  ],
])('%s', (_, change, entries) => {
  expect(changed(change)).toEqual(entries);
});

test('a version is of the applications that name its image', () => {
  expect(changed(() => {}, { images: { ...versions.images, 'registry.example/web': '2.0.0' } })).toEqual([
    'application web',
  ]);
});

test('applications are recorded in one order, whatever that of the model', () => {
  const model = facts((one) => {
    const { api, ...others } = one.applications;
    one.applications = { ...others, api };
  });
  expect(Object.keys(model.applications)).toEqual(['api', 'logs', 'web']);
});

test('without a failover no application is recorded, for its files say everything', () => {
  const model = facts((one) => void delete (one as Record<string, unknown>)['failover']);
  expect(model.applications).toEqual({});
});

test('the cluster with an Argo CD names its folder', () => {
  expect(facts().clusters).toMatchObject({
    hub: { kubernetes: expect.stringMatching(/^1\.34\.\d+$/), applications: [], argoCd: 'argo-cd' },
    paris: { applications: ['api', 'logs', 'web'] },
  });
});
