import { expect, test } from 'vitest';
import { fleet, told } from './support/wrong-model.ts';

const workload = (fields: object) =>
  fleet({ api: { workloads: { api: { image: 'registry.example/api:1', ...fields } } } });

const configMap = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'settings' } };

const cases: [string, unknown, string][] = [
  [
    'a value of a wrong type',
    workload({ replicas: '3' }),
    'SEA1001 applications.api.workloads.api.replicas: "3" is not accepted',
  ],
  [
    'an unknown field',
    workload({ replica: 3 }),
    'SEA1001 applications.api.workloads.api.replica: "replica" is not known here | did you mean "replicas"?',
  ],
  [
    'a field that is missing',
    fleet({ api: { workloads: { api: {} } } }),
    'SEA1001 applications.api.workloads.api.image: image is missing',
  ],
  ['an image that is none', workload({ image: 'Not An Image' }), '"Not An Image" is not an image reference'],
  [
    'an unknown field of the fleet',
    fleet({}, { cluster: {} }),
    'SEA1001 cluster: "cluster" is not known here | did you mean "clusters"?',
  ],
  [
    'a fleet with a name that climbs',
    fleet({}, { name: '../up' }),
    'SEA1001 name: "../up" is not a DNS label',
  ],
  ['an empty fleet', fleet({}, { clusters: {} }), 'SEA1002 clusters: the fleet has no cluster'],
  ['no application', fleet({}), 'SEA1002 applications: the fleet has no application'],
  [
    'after something unknown',
    fleet({ api: { after: ['dbb'] }, db: {} }),
    'SEA1003 applications.api.after.dbb: "dbb" is not an application | did you mean "db"?',
  ],
  [
    'an override of an unknown component',
    fleet({
      api: { workloads: { api: { image: 'a:1' } }, perCluster: { paris: { workloads: { apii: {} } } } },
    }),
    'SEA1003 applications.api.perCluster.paris.workloads.apii: "apii" is not one of the application\'s workloads | did you mean "api"?',
  ],
  [
    'a wrong value in an override, at its place',
    fleet({
      api: {
        workloads: { api: { image: 'a:1' } },
        perCluster: { paris: { workloads: { api: { replicas: -1 } } } },
      },
    }),
    'SEA1001 applications.api.perCluster.paris.workloads.api.replicas: -1 is not accepted',
  ],
  [
    'a failover to an active cluster',
    fleet({ api: {} }, { failover: { paris: 'paris' } }),
    'SEA1003 failover.paris: "paris" is not an active or a standby cluster',
  ],
  [
    'applications that wait for each other',
    fleet({ a: { after: ['b'] }, b: { after: ['c'] }, c: { after: ['a'] } }),
    'SEA1005 applications.a.after: applications wait for each other: a → b → c → a',
  ],
  [
    'two hubs',
    fleet(
      { api: {} },
      { clusters: { a: { kubernetes: '1.34', role: 'hub' }, b: { kubernetes: '1.34', role: 'hub' } } },
    ),
    'SEA1006 the fleet has 2 hubs: a and b',
  ],
  [
    'a custom resource where its definition is not placed',
    fleet(
      {
        operator: {
          on: { clusters: ['lab'] },
          charts: { o: { repository: 'https://x', version: '1', definitions: { groups: ['o.example'] } } },
        },
        user: {
          on: { clusters: ['paris'] },
          objects: { thing: { apiVersion: 'o.example/v1', kind: 'Thing' } },
        },
      },
      {
        clusters: {
          paris: { kubernetes: '1.34', environments: ['prod'] },
          lab: { kubernetes: '1.34', environments: ['prod'] },
        },
      },
    ),
    'SEA1007 Thing of o.example is placed on cluster paris, and operator, which defines it, is not',
  ],
  [
    'an image without a version',
    workload({ image: 'registry.example/api' }),
    'SEA1008 applications.api.workloads.api.image: image registry.example/api has no version in environment prod | write a tag or digest',
  ],
  [
    'two ways of a probe',
    workload({ port: 1, probes: { readiness: { path: '/', tcp: true } } }),
    'SEA1009 applications.api.workloads.api.probes.readiness: the probe has more than one of path, tcp and command',
  ],
  [
    'a volume with two sources',
    workload({ volumes: { v: { mountPath: '/v', secret: 'a', configMap: 'b' } } }),
    'SEA1009 applications.api.workloads.api.volumes.v: volume "v" has more than one source: secret and configMap',
  ],
  [
    'a chart without a source',
    fleet({ api: { charts: { c: { version: '1' } } } }),
    'SEA1009 applications.api.charts.c: chart "c" has neither of repository and git',
  ],
  [
    'an ingress without a port',
    workload({ ingress: 'a.example' }),
    'SEA1010 applications.api.workloads.api.ingress: the ingress needs a port and the workload has none',
  ],
  [
    'a probe on an unknown port',
    workload({ port: 1, probes: { readiness: { path: '/', port: 'htp' } } }),
    'the probe asks port "htp", which the container does not have | did you mean "http"?',
  ],
  [
    'an internal nginx ingress',
    workload({ port: 1, ingress: { host: 'a.example', public: false } }),
    'SEA1011 applications.api.workloads.api.ingress.public: ingress.public means something to the class alb only',
  ],
  ['an autoscaler upside down', workload({ autoscaling: { min: 3, max: 2 } }), 'SEA1012'],
  [
    'a hook that needs what comes after it',
    fleet({
      api: {
        hooks: { m: { on: 'PreSync', image: 'a:1', environmentFrom: { secrets: ['db'] } } },
        externalSecrets: { db: { store: 's', from: '/x' } },
      },
    }),
    'SEA1013 applications.api.hooks.m: hook "m" runs before the sync and needs Secret db',
  ],
  [
    'a plain text secret',
    fleet({ api: { objects: { s: { apiVersion: 'v1', kind: 'Secret', stringData: { a: 'b' } } } } }),
    'SEA1014 applications.api.objects.s: Secret s holds its values in plain text',
  ],
  [
    'a patch that selects nothing',
    fleet({ api: { workloads: { api: { image: 'a:1' } }, patches: { 'Deployment/apii': {} } } }),
    'SEA1015 applications.api.patches.Deployment/apii: the patch of Deployment/apii selects no object of application api | did you mean "Deployment/api"?',
  ],
  [
    'a patch whose path leads nowhere',
    fleet({
      api: {
        workloads: { api: { image: 'a:1' } },
        patches: { 'Deployment/api': [{ op: 'remove', path: '/spec/nothing' }] },
      },
    }),
    'SEA1016 applications.api.patches.Deployment/api: the patch of Deployment/api cannot be applied: path "/spec/nothing" ends before "nothing"',
  ],
  [
    'two components that make one object',
    fleet({ api: { objects: { one: configMap, two: configMap } } }),
    'SEA1017 applications.api.objects.two: ConfigMap api/settings is made twice: by objects.one and by objects.two',
  ],
  [
    'two placements that own one object',
    fleet({
      a: { namespace: 'shared', objects: { settings: configMap } },
      b: { namespace: 'shared', objects: { settings: configMap } },
    }),
    'SEA1018 ConfigMap shared/settings on cluster paris belongs to two placements: a-prod-paris and b-prod-paris',
  ],
  [
    'an override of a component that another one leaves out',
    fleet({
      api: {
        workloads: { api: { image: 'a:1' }, web: { image: 'w:1' } },
        perEnvironment: { prod: { workloads: { web: null } } },
        perCluster: { paris: { workloads: { web: { replicas: 2 } } } },
      },
    }),
    'SEA1021 applications.api.perCluster.paris.workloads.web: "web" is changed here and an override that comes before leaves it out',
  ],
  [
    'an application in two ApplicationSets',
    fleet(
      { api: {} },
      {
        argoCd: {
          applicationSets: {
            one: { generator: 'list', applications: ['api'] },
            two: { generator: 'clusters', applications: ['api'] },
          },
        },
      },
    ),
    'SEA1022 argoCd.applicationSets.two.applications.api: api is in the ApplicationSet one too | keep it in one of them',
  ],
  [
    'a node port of an unknown port',
    workload({ port: 1, service: { nodePorts: { htp: 30080 } } }),
    'SEA1010 applications.api.workloads.api.service.nodePorts.htp: the service has port "htp", which the workload does not have | did you mean "http"?',
  ],
  [
    'node ports of a service that has none',
    workload({ port: 1, service: { type: 'ClusterIP', nodePorts: { http: 30080 } } }),
    'SEA1009 applications.api.workloads.api.service.nodePorts: the service has type ClusterIP and nodePorts',
  ],
  [
    'two placements with one name',
    fleet(
      { 'a-b': { on: { environments: ['c'] } }, a: { on: { environments: ['b-c'] } } },
      { clusters: { lab: { kubernetes: '1.34', environments: ['c', 'b-c'] } } },
    ),
    'SEA1023 a-b in c and a in b-c on cluster lab would both be named a-b-c-lab',
  ],
  [
    'an unknown Kubernetes version',
    fleet({ api: {} }, { clusters: { paris: { kubernetes: '1.12' } } }),
    'SEA1020 clusters.paris.kubernetes: Kubernetes 1.12 is not known | write one of 1.29,',
  ],
];

test.each(cases)('%s', (_name, model, expected) => {
  expect(told(model).join('\n')).toContain(expected);
});

test('every problem is told at once, each once', () => {
  const lines = told(
    fleet(
      { api: { workloads: { api: { image: 'registry.example/api', autoscaling: { min: 3, max: 2 } } } } },
      {
        clusters: {
          a: { kubernetes: '1.34', environments: ['prod'] },
          b: { kubernetes: '1.34', environments: ['prod'] },
        },
      },
    ),
  );
  expect(lines.map((line) => line.slice(0, 7)).sort()).toEqual(['SEA1008', 'SEA1012']);
});
