import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { aClusterHasRoomForItsPods } from '../../src/fleet/a-cluster-has-room-for-its-pods.ts';
import { fleetView, nothing, oddView, pair, said, type Further } from './fleet-view.ts';

interface Capacity {
  cpu: string | number;
  memory: string;
  pods?: number;
  nodes?: number;
}

function check(applications: object, dublin?: Capacity, paris?: Capacity, further: Further = {}) {
  const clusters = {
    paris: { ...pair.paris, ...(paris === undefined ? {} : { capacity: paris }) },
    dublin: { ...pair.dublin, ...(dublin === undefined ? {} : { capacity: dublin }) },
  };
  return said(aClusterHasRoomForItsPods, fleetView(applications, { clusters }, further));
}

const image = 'registry.example/api:1';
const api = (replicas: number, requests: object, further: object = {}) => ({
  api: {
    workloads: { api: { image, replicas, resources: { requests }, ...further } },
    perRole: { standby: { workloads: { api: { replicas: 1 } } } },
  },
});

test('a standby that holds what it has and not what it takes over', () => {
  const { findings, notChecked } = check(api(6, { cpu: 2, memory: '4Gi' }), { cpu: 8, memory: '64Gi' });
  expect(findings).toEqual([
    'error dublin: Once dublin has taken over for paris: dublin has no room for its pods: they ask for 12 cores (it has 8 cores).',
  ]);
  expect(notChecked).toEqual([]);
});

test('one that holds all', () => {
  expect(check(api(6, { cpu: 2, memory: '4Gi' }), { cpu: '12', memory: '24Gi', pods: 6 })).toEqual(nothing);
});

test('tenths of a core add up to what they are', () => {
  expect(check(api(10, { cpu: '100m', memory: '1M' }), { cpu: 1, memory: '10M' })).toEqual(nothing);
});

test('memory and pods count too', () => {
  expect(check(api(6, { memory: '512Mi' }), { cpu: 8, memory: '2Gi', pods: 4 }).findings).toEqual([
    'error dublin: Once dublin has taken over for paris: dublin has no room for its pods: they ask for 3 GiB (it has 2 GiB) and 6 pods (it has 4 pods).',
  ]);
});

test('a cluster that is full today', () => {
  expect(check(api(6, { cpu: 2 }), { cpu: 99, memory: '1Ti' }, { cpu: 10, memory: '1Ti' }).findings).toEqual([
    'error paris: paris has no room for its pods: they ask for 12 cores (it has 10 cores).',
  ]);
});

test('without a capacity nobody knows', () => {
  expect(check(api(6, { cpu: 2 }))).toEqual({
    findings: [],
    notChecked: ['the model declares no capacity of dublin, which has to take over for paris'],
  });
});

const scaled = {
  api: {
    workloads: {
      api: { image, autoscaling: { min: 2, max: 10 }, resources: { requests: { cpu: 1, memory: '1Gi' } } },
    },
  },
};

test('the minimum of an autoscaler must fit, its maximum is a warning', () => {
  expect(check(scaled, { cpu: 1, memory: '99Gi' }).findings.at(-1)).toContain('they ask for 2 cores');
  expect(check(scaled, { cpu: 4, memory: '99Gi' }).findings).toContain(
    'warning dublin: Once dublin has taken over for paris: dublin has no room for its pods when the autoscalers are at their maximum: they ask for 10 cores (it has 4 cores).',
  );
  expect(check(scaled, { cpu: 10, memory: '99Gi' })).toEqual(nothing);
});

/** A fleet with one chart that makes this object. */
const made = (text: string, dublin: Capacity) =>
  check(
    { api: { charts: { agent: { repository: 'https://charts.example', version: '1' } } } },
    dublin,
    undefined,
    {
      charts: { agent: [parse(text)] },
    },
  );

const pod = (more = '') => `
    spec:
      ${more}
      containers: [{ name: a, resources: { requests: { cpu: 500m }, limits: { cpu: 8 } } }]`;
const daemonSet = (more = '') => `
apiVersion: apps/v1
kind: DaemonSet
metadata: { name: agent, namespace: kube-system }
spec:
  template:${pod(more)}`;

test('a DaemonSet has a pod on each node', () => {
  expect(made(daemonSet(), { cpu: 2, memory: '1Gi', nodes: 5 }).findings[0]).toContain(
    'they ask for 2.5 cores (it has 2 cores)',
  );
  expect(made(daemonSet(), { cpu: 3, memory: '1Gi', nodes: 5 })).toEqual(nothing);
  expect(made(daemonSet(), { cpu: 3, memory: '1Gi' }).notChecked).toEqual([
    'the capacity of dublin does not say how many nodes its DaemonSets run on',
  ]);
});

test('a DaemonSet on some nodes is not counted on all of them as a must', () => {
  const selected = made(daemonSet('nodeSelector: { gpu: "yes" }'), { cpu: 2, memory: '1Gi', nodes: 5 });
  expect(selected.findings[0]).toContain('warning');
  const linux = made(daemonSet('nodeSelector: { kubernetes.io/os: linux }'), {
    cpu: 2,
    memory: '1Gi',
    nodes: 5,
  });
  expect(linux.findings[0]).toContain('error');
});

const deployment = (spec: string) => `
apiVersion: apps/v1
kind: Deployment
metadata: { name: agent, namespace: a }
spec: { template: { spec: ${spec} } }`;
const asks: [string, string, string][] = [
  ['a limit where there is no request', '{ containers: [{ resources: { limits: { cpu: 3 } } }] }', '3 cores'],
  [
    'the largest init container',
    '{ initContainers: [{ resources: { requests: { cpu: 3 } } }], containers: [{ resources: { requests: { cpu: 2 } } }] }',
    '3 cores',
  ],
  [
    'sidecars beside the containers',
    '{ initContainers: [{ restartPolicy: Always, resources: { requests: { cpu: 2 } } }], containers: [{ resources: { requests: { cpu: 2 } } }] }',
    '4 cores',
  ],
  [
    'a sidecar beside an init container that comes after it',
    '{ initContainers: [{ restartPolicy: Always, resources: { requests: { cpu: 1 } } }, { resources: { requests: { cpu: 4 } } }], containers: [{}] }',
    '5 cores',
  ],
  [
    'the overhead',
    '{ overhead: { cpu: 250m }, containers: [{ resources: { requests: { cpu: 2 } } }] }',
    '2.25 cores',
  ],
];

test.each(asks)('a pod asks for %s', (_name, spec, asked) => {
  expect(made(deployment(spec), { cpu: 1, memory: '1Gi' }).findings.at(-1)).toContain(
    `they ask for ${asked} (`,
  );
});

test('Jobs come and go, and a Deployment without replicas asks for nothing', () => {
  const job = `{ apiVersion: batch/v1, kind: Job, metadata: { name: a }, spec: { template: { spec: { containers: [{ resources: { requests: { cpu: 9 } } }] } } } }`;
  expect(made(job, { cpu: 1, memory: '1Gi' })).toEqual(nothing);
  const none = deployment('{ containers: [{ resources: { requests: { cpu: 9 } } }] }').replace(
    'spec: { template',
    'spec: { replicas: 0, template',
  );
  expect(made(none, { cpu: 1, memory: '1Gi' })).toEqual(nothing);
});

test('a chart that is not rendered needs room too', () => {
  const unrendered = { dublin: [{ what: 'the chart loki of logs' }] };
  const dublin = { cpu: 99, memory: '99Gi' };
  expect(check(api(1, { cpu: 1 }), dublin, undefined, { unrendered }).notChecked).toEqual([
    'the chart loki of logs is not rendered, and its pods need room too',
  ]);
  expect(check(api(9, { cpu: 20 }), dublin, undefined, { unrendered }).findings).toHaveLength(1);
});

test('objects of any shape ask for nothing', () => {
  expect(said(aClusterHasRoomForItsPods, oddView())).toEqual(nothing);
});
