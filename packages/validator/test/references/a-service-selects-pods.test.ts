import { expect, test } from 'vitest';
import { aServiceSelectsPods as check } from '../../src/references/a-service-selects-pods.ts';
import { clusterObject, hints, object, service, told, workload } from './support/told.ts';

const wrong =
  'error Service/web /spec/selector: Service web selects app=web, and no pods in namespace shop have these labels.';

test('a Service that selects pods', () => {
  expect(told(check, [service('web'), workload('web')])).toEqual([]);
});

test('a Service that selects none', () => {
  expect(told(check, [service('web')])).toEqual([wrong]);
  expect(told(check, [service('web'), workload('api')])).toEqual([wrong]);
});

test('pods of another namespace do not count', () => {
  const elsewhere = { ...workload('web'), metadata: { name: 'web', namespace: 'other' } };
  expect(told(check, [service('web'), elsewhere])).toEqual([wrong]);
});

test.each([
  'v1/Pod',
  'batch/v1/Job',
  'batch/v1/CronJob',
  'apps/v1/StatefulSet',
  'apps/v1/DaemonSet',
  'apps/v1/ReplicaSet',
  'v1/ReplicationController',
  'argoproj.io/v1alpha1/Rollout',
])('pods of a %s count', (kind) => {
  const made = workload('web', {}, {}, kind) as unknown as { spec: { template: { spec: object } } };
  const shapes = {
    'v1/Pod': {
      spec: made.spec.template.spec,
      metadata: { name: 'w', namespace: 'shop', labels: { app: 'web' } },
    },
    'batch/v1/CronJob': { spec: { jobTemplate: { spec: made.spec } } },
  };
  const shaped = { ...made, ...(shapes as Record<string, object>)[kind] };
  expect(told(check, [service('web'), shaped])).toEqual([]);
});

test('replicas of 0 are still pods: somebody scaled them down', () => {
  expect(told(check, [service('web'), workload('web', {}, { replicas: 0 })])).toEqual([]);
});

const withSpec = (spec: object) => object('v1', 'Service', 'web', { spec });

test.each([
  ['has no selector', {}],
  ['has an empty selector', { selector: {} }],
  ['is a name outside', { type: 'ExternalName', externalName: 'a.example', selector: { app: 'x' } }],
  ['has an odd selector', { selector: 'app' }],
  ['has an odd label', { selector: { app: 1 } }],
])('nothing is said of a Service that %s', (_, spec) => {
  expect(told(check, [withSpec(spec)])).toEqual([]);
});

test('a headless Service has to select pods too', () => {
  expect(told(check, [withSpec({ clusterIP: 'None', selector: { app: 'web' } })])).toHaveLength(1);
});

test('labels that controllers add to pods count', () => {
  const set = workload('db', {}, {}, 'apps/v1/StatefulSet');
  const first = { app: 'db', 'statefulset.kubernetes.io/pod-name': 'db-0' };
  expect(told(check, [withSpec({ selector: first }), set])).toEqual([]);
  const other = { ...first, 'statefulset.kubernetes.io/pod-name': 'cache-0' };
  expect(told(check, [withSpec({ selector: other }), set])).toHaveLength(1);
  const job = workload('load', {}, {}, 'batch/v1/Job');
  expect(told(check, [withSpec({ selector: { 'job-name': 'load' } }), job])).toEqual([]);
  expect(told(check, [withSpec({ selector: { 'job-name': 'unload' } }), job])).toHaveLength(1);
});

test('the nearest pods are told', () => {
  const selecting = withSpec({ selector: { app: 'api', tier: 'back' } });
  expect(hints(check, [selecting, workload('api')])).toEqual([
    'The pods of Deployment api come nearest: they do not have tier=back.',
  ]);
});

const role = (verb: string) => [
  object('rbac.authorization.k8s.io/v1', 'Role', 'labels', {
    rules: [{ apiGroups: [''], resources: ['pods'], verbs: ['get', verb] }],
  }),
  object('rbac.authorization.k8s.io/v1', 'RoleBinding', 'labels', {
    roleRef: { kind: 'Role', name: 'labels' },
    subjects: [{ kind: 'ServiceAccount', name: 'vault', namespace: 'shop' }],
  }),
];

test('pods that may change pods may give themselves the label', () => {
  const selecting = withSpec({ selector: { app: 'vault', 'vault-active': 'true' } });
  const vault = workload('vault', { serviceAccountName: 'vault' });
  expect(told(check, [selecting, vault, ...role('patch')])).toEqual([
    '? Deployment vault may label its own pods (1)',
  ]);
  expect(told(check, [selecting, vault, ...role('list')])).toHaveLength(1);
  expect(told(check, [selecting, vault, ...role('list')])[0]).toMatch(/^error/);
});

test('an operator or a chart may make the pods', () => {
  const kafka = object('kafka.strimzi.io/v1beta2', 'Kafka', 'orders');
  expect(told(check, [service('web'), kafka])).toEqual(['? Kafka orders may make some (1)']);
  const elsewhere = { ...kafka, metadata: { name: 'orders', namespace: 'other' } };
  expect(told(check, [service('web'), elsewhere])).toEqual([wrong]);
  const clusterWide = clusterObject('operator.tigera.io/v1', 'Installation', 'default');
  expect(told(check, [service('web'), clusterWide])).toEqual(['? Installation default may make some (1)']);
  const inert = object('external-secrets.io/v1', 'ExternalSecret', 'web');
  expect(told(check, [service('web'), inert])).toEqual([wrong]);
  const unrendered = [{ what: 'the chart web of shop' }];
  expect(told(check, [service('web')], { unrendered })).toEqual([
    '? the chart web of shop is not rendered (1)',
  ]);
  expect(told(check, [service('web')], { complete: false })).toEqual([wrong.replace('error', 'warning')]);
});
