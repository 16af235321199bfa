import { expect, test } from 'vitest';
import { aConfigMapOrSecretIsThere as check } from '../../src/references/a-configmap-or-secret-is-there.ts';
import { container, hints, object, told, workload } from './support/told.ts';

/** Every way in which a pod names a ConfigMap or a Secret. */
const everyWay = workload('api', {
  imagePullSecrets: [{ name: 'registry' }],
  containers: [
    container({
      env: [
        { name: 'A', valueFrom: { secretKeyRef: { name: 'env-secret', key: 'a' } } },
        { name: 'B', valueFrom: { configMapKeyRef: { name: 'env-map', key: 'b' } } },
      ],
      envFrom: [{ configMapRef: { name: 'from-map' } }, { secretRef: { name: 'from-secret' } }],
    }),
  ],
  initContainers: [container({ name: 'init', envFrom: [{ secretRef: { name: 'init-secret' } }] })],
  volumes: [
    { name: 'a', configMap: { name: 'volume-map' } },
    { name: 'b', secret: { secretName: 'volume-secret' } },
    {
      name: 'c',
      projected: {
        sources: [
          { configMap: { name: 'projected-map' } },
          { secret: { name: 'projected-secret' } },
          { serviceAccountToken: { path: 'token' } },
        ],
      },
    },
    { name: 'd', csi: { driver: 'x.example', nodePublishSecretRef: { name: 'csi-secret' } } },
    { name: 'e', azureFile: { secretName: 'azure-secret', shareName: 's' } },
  ],
});
const wanted = [
  'Secret registry',
  'Secret env-secret',
  'ConfigMap env-map',
  'ConfigMap from-map',
  'Secret from-secret',
  'Secret init-secret',
  'ConfigMap volume-map',
  'Secret volume-secret',
  'ConfigMap projected-map',
  'Secret projected-secret',
  'Secret csi-secret',
  'Secret azure-secret',
];
const made = wanted.map((one) => {
  const [kind = '', name = ''] = one.split(' ');
  return object('v1', kind, name, { data: { k: 'v' } });
});

test('finds every ConfigMap and Secret that is not there', () => {
  const findings = told(check, [everyWay]);
  for (const one of wanted)
    expect(findings.filter((text) => text.includes(`reads ${one}, and nothing`))).toHaveLength(1);
  expect(findings).toHaveLength(wanted.length);
});

test('finds nothing when all are there', () => {
  expect(told(check, [everyWay, ...made])).toEqual([]);
});

test.each(wanted.map((one, index) => [one, index] as const))('finds that %s was removed', (one, index) => {
  const findings = told(check, [everyWay, ...made.toSpliced(index, 1)]);
  expect(findings).toHaveLength(1);
  expect(findings[0]).toContain(`Deployment api reads ${one}, and nothing in namespace shop makes it.`);
});

const reader = (secret: string) =>
  workload('api', { containers: [container({ envFrom: [{ secretRef: { name: secret } }] })] });

test('says where the reference stands', () => {
  expect(told(check, [reader('db')])).toEqual([
    'error Deployment/api /spec/template/spec/containers/0/envFrom/0/secretRef/name: Deployment api reads Secret db, and nothing in namespace shop makes it.',
  ]);
});

test('an optional reference may lead nowhere', () => {
  const pod = {
    containers: [
      container({
        env: [{ name: 'A', valueFrom: { configMapKeyRef: { name: 'a', key: 'b', optional: true } } }],
        envFrom: [{ secretRef: { name: 'c', optional: true } }],
      }),
    ],
    volumes: [{ name: 'v', secret: { secretName: 'd', optional: true } }],
  };
  expect(told(check, [workload('api', pod)])).toEqual([]);
});

const eso = 'external-secrets.io/v1';

test.each([
  ['an ExternalSecret of that name', object(eso, 'ExternalSecret', 'db')],
  [
    'an ExternalSecret with a target',
    object(eso, 'ExternalSecret', 'x', { spec: { target: { name: 'db' } } }),
  ],
  [
    'a ClusterExternalSecret',
    object(eso, 'ClusterExternalSecret', 'x', {
      spec: { namespaces: ['shop'], externalSecretSpec: { target: { name: 'db' } } },
    }),
  ],
  ['a SealedSecret', object('bitnami.com/v1alpha1', 'SealedSecret', 'db')],
  [
    'a Certificate',
    object('cert-manager.io/v1', 'Certificate', 'x', {
      spec: { secretName: 'db', issuerRef: { name: 'i' } },
    }),
  ],
  [
    'an Ingress with an issuer',
    object(
      'networking.k8s.io/v1',
      'Ingress',
      'x',
      { spec: { tls: [{ hosts: ['a.example'], secretName: 'db' }] } },
      { annotations: { 'cert-manager.io/cluster-issuer': 'letsencrypt' } },
    ),
  ],
  [
    'a SecretProviderClass',
    object('secrets-store.csi.x-k8s.io/v1', 'SecretProviderClass', 'x', {
      spec: { secretObjects: [{ secretName: 'db', data: [{ key: 'a' }] }] },
    }),
  ],
  [
    'a trust-manager Bundle',
    object('trust.cert-manager.io/v1alpha1', 'Bundle', 'db', {
      spec: { target: { secret: { key: 'ca.crt' } } },
    }),
  ],
  [
    'a Secret elsewhere that is copied',
    object(
      'v1',
      'Secret',
      'db',
      { data: { a: 'Yg==' } },
      {
        namespace: 'other',
        annotations: { 'replicator.v1.mittwald.de/replicate-to': 'shop' },
      },
    ),
  ],
])('%s makes it', (_, maker) => {
  expect(told(check, [reader('db'), maker])).toEqual([]);
});

test.each([
  ['only adds to one', { target: { name: 'db', creationPolicy: 'Merge' } }],
  ['makes nothing', { target: { name: 'db', creationPolicy: 'None' } }],
])('an ExternalSecret that %s does not make it', (_, spec) => {
  expect(told(check, [reader('db'), object(eso, 'ExternalSecret', 'x', { spec })])).toHaveLength(1);
});

test('a Secret of another namespace is told, but does not count', () => {
  const elsewhere = object('v1', 'Secret', 'db', { data: { a: 'Yg==' } }, { namespace: 'other' });
  expect(told(check, [reader('db'), elsewhere])).toHaveLength(1);
  expect(hints(check, [reader('db'), elsewhere])).toEqual([
    'Make it in shop too: the one in other can only be read there.',
  ]);
});

test('a near name is told', () => {
  expect(
    hints(check, [reader('databse'), object('v1', 'Secret', 'database', { data: { a: 'Yg==' } })]),
  ).toEqual(['Did you mean "database"?']);
});

test('what Kubernetes puts into every namespace is there', () => {
  const pod = { volumes: [{ name: 'ca', configMap: { name: 'kube-root-ca.crt' } }] };
  expect(told(check, [workload('api', pod)])).toEqual([]);
});

test('a chart that is not rendered may bring it', () => {
  const unrendered = [{ what: 'the chart db', namespaces: ['shop'] }];
  expect(told(check, [reader('db')], { unrendered })).toEqual(['? the chart db is not rendered (1)']);
  expect(told(check, [reader('db')], { unrendered: [{ what: 'x', namespaces: ['other'] }] })).toHaveLength(1);
});

test('a HelmRelease, an operator and a Job may make it', () => {
  const release = object('helm.toolkit.fluxcd.io/v2', 'HelmRelease', 'pg', {}, { namespace: 'flux-system' });
  expect(told(check, [reader('db'), { ...release, spec: { targetNamespace: 'shop' } }])).toEqual([
    '? the chart of HelmRelease pg is not rendered (1)',
  ]);
  expect(told(check, [reader('orders-app'), object('postgresql.cnpg.io/v1', 'Cluster', 'orders')])).toEqual([
    '? Cluster orders may make it (1)',
  ]);
  const script = 'kubectl create secret generic db --from-literal=a=b';
  const job = workload('init', { containers: [container({ args: ['-c', script] })] }, {}, 'batch/v1/Job');
  expect(told(check, [reader('db'), job])).toEqual(['? Job init may make it (1)']);
});

test('pods that may make Secrets in the namespace may make it', () => {
  const rbac = 'rbac.authorization.k8s.io/v1';
  const rotator = (verb: string) => [
    workload('rotator', { serviceAccountName: 'rotator' }),
    object(rbac, 'Role', 'rotator', { rules: [{ apiGroups: [''], resources: ['secrets'], verbs: [verb] }] }),
    object(rbac, 'RoleBinding', 'rotator', {
      roleRef: { kind: 'Role', name: 'rotator' },
      subjects: [{ kind: 'ServiceAccount', name: 'rotator', namespace: 'shop' }],
    }),
  ];
  expect(told(check, [reader('db'), ...rotator('create')])).toEqual(['? Deployment rotator may make it (1)']);
  expect(told(check, [reader('db'), ...rotator('update')])).toHaveLength(1);
  expect(told(check, [reader('db'), ...rotator('update')])[0]).toMatch(/^error/);
});

test('what has the name among its words for another reason does not make it', () => {
  const shell = container({ command: ['/bin/db'], args: ['--listen'] });
  expect(told(check, [reader('db'), workload('other', { containers: [shell] })])).toHaveLength(1);
  const store = object('external-secrets.io/v1', 'SecretStore', 'db');
  expect(told(check, [reader('db'), store])).toHaveLength(1);
});

test('where only a part of a cluster is known it is a warning', () => {
  expect(told(check, [reader('db')], { complete: false })[0]).toMatch(/^warning /);
});

test('an object without a namespace may be in the one that is meant', () => {
  const secret = { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'db' }, data: { a: 'Yg==' } };
  expect(told(check, [reader('db'), secret])).toEqual([]);
  const nowhere = { ...reader('db'), metadata: { name: 'api' } };
  expect(told(check, [nowhere, object('v1', 'Secret', 'db', { data: { a: 'Yg==' } })])).toEqual([]);
});

test('an Ingress, a Gateway, a ServiceAccount and a ServiceMonitor read Secrets too', () => {
  const objects = [
    object('networking.k8s.io/v1', 'Ingress', 'i', { spec: { tls: [{ secretName: 'tls' }] } }),
    object('gateway.networking.k8s.io/v1', 'Gateway', 'g', {
      spec: { listeners: [{ tls: { certificateRefs: [{ name: 'cert', namespace: 'certs' }] } }] },
    }),
    object('v1', 'ServiceAccount', 's', { imagePullSecrets: [{ name: 'pull' }] }),
    object('monitoring.coreos.com/v1', 'ServiceMonitor', 'm', {
      spec: { endpoints: [{ basicAuth: { username: { name: 'auth', key: 'user' } } }] },
    }),
  ];
  expect(told(check, objects)).toEqual([
    'error Ingress/i /spec/tls/0/secretName: Ingress i reads Secret tls, and nothing in namespace shop makes it.',
    'error Gateway/g /spec/listeners/0/tls/certificateRefs/0/name: Gateway g reads Secret cert, and nothing in namespace certs makes it.',
    'error ServiceAccount/s /imagePullSecrets/0/name: ServiceAccount s reads Secret pull, and nothing in namespace shop makes it.',
    'error ServiceMonitor/m /spec/endpoints/0/basicAuth/username/name: ServiceMonitor m reads Secret auth, and nothing in namespace shop makes it.',
  ]);
});

test('an operator may make a Secret that has the name of its resource between dots', () => {
  const database = object('acid.zalan.do/v1', 'postgresql', 'db', { spec: {} });
  expect(told(check, [reader('app.db.credentials.postgresql.acid.zalan.do'), database])).toEqual([
    '? postgresql db may make it (1)',
  ]);
  expect(told(check, [reader('app.dbs.credentials'), database])).toHaveLength(1);
});
