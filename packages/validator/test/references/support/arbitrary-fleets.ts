import { checkModel, resolve, type ResolvedObject } from '@seatrial/compiler';
import fc from 'fast-check';

const names = ['api', 'web', 'worker'] as const;
type Name = (typeof names)[number];

/** Leaves fields out, one by one. */
const some = (
  fields: Readonly<Record<string, fc.Arbitrary<unknown>>>,
): fc.Arbitrary<Record<string, unknown>> => fc.record(fields, { noNullPrototype: true, requiredKeys: [] });

/** What the fleet has beside the workloads: every name occurs nowhere else, so that a text search finds its uses. */
const secrets: Readonly<Record<string, object>> = {
  'secret-database': { store: 'store-vault', from: '/shop/db', keys: { url: 'url', password: 'pw' } },
  'secret-stripe': { store: { name: 'store-all', kind: 'ClusterSecretStore' }, from: '/shop/stripe' },
  'secret-registry': { store: 'store-vault', from: '/shop/registry' },
  'secret-tls': { store: 'store-vault', from: '/shop/tls', keys: { 'tls.crt': 'c', 'tls.key': 'k' } },
};
const objects: Readonly<Record<string, object>> = {
  'store-vault': { apiVersion: 'external-secrets.io/v1', kind: 'SecretStore', spec: { provider: {} } },
  'store-all': { apiVersion: 'external-secrets.io/v1', kind: 'ClusterSecretStore', spec: { provider: {} } },
  'config-features': { apiVersion: 'v1', kind: 'ConfigMap', data: { list: 'a', 'app.yaml': 'x: 1' } },
  'claim-shared': { apiVersion: 'v1', kind: 'PersistentVolumeClaim', spec: {} },
  'account-robot': { apiVersion: 'v1', kind: 'ServiceAccount' },
};

const variable = fc.constantFrom<unknown>(
  'text',
  { field: 'metadata.name' },
  { secret: 'secret-database', key: 'url' },
  { secret: 'secret-database', key: 'password' },
  { secret: 'secret-stripe', key: 'anything' },
  { secret: 'secret-tls', key: 'tls.crt' },
  { configMap: 'config-features', key: 'list' },
  { configMap: 'never-made', key: 'list', optional: true },
  { secret: 'secret-database', key: 'not-there', optional: true },
);
const container = {
  environment: fc.dictionary(fc.constantFrom('A', 'B', 'C', 'D'), variable, { maxKeys: 4 }),
  environmentFrom: some({
    secrets: fc.subarray(['secret-database', 'secret-stripe']),
    configMaps: fc.subarray(['config-features']),
  }),
};
const ports = fc.constantFrom(
  { http: 8080 },
  { http: 8080, metrics: 9090 },
  { grpc: 50_051, dns: { port: 53, protocol: 'UDP' } },
);
const volumes = some({
  cache: fc.constant({ mountPath: '/cache', emptyDir: {} }),
  own: fc.constant({ mountPath: '/own', claim: { size: '1Gi' } }),
  shared: fc.constant({ mountPath: '/shared', claim: 'claim-shared' }),
  tls: fc.constant({ mountPath: '/tls', secret: 'secret-tls' }),
  settings: fc.constant({ mountPath: '/s', configMap: 'config-features' }),
  one: fc.constant({ mountPath: '/one', configMap: 'config-features', subPath: 'app.yaml' }),
});
const probe = fc.constantFrom('/ready', { tcp: true }, { command: ['true'] });

/** What an autoscaler measures against. */
const resources = { requests: { cpu: '100m' }, limits: { memory: '128Mi' } };

const workload = (others: readonly Name[]) =>
  some({
    ...container,
    ports,
    volumes,
    replicas: fc.integer({ min: 2, max: 5 }),
    probes: some({ readiness: probe, liveness: probe, startup: probe }),
    files: fc.constant({ '/etc/app.yaml': 'a: 1', '/etc/more/b.txt': 'b' }),
    autoscaling: fc.constantFrom({ min: 2, max: 4 }, { min: 3, max: 9, memory: 70 }),
    disruptionBudget: fc.constantFrom<object>(
      { minAvailable: 1 },
      { maxUnavailable: 1 },
      { minAvailable: '50%' },
    ),
    serviceAccount: fc.constantFrom<object>(
      { name: 'account-robot' },
      { apiToken: true },
      { cloudRole: { aws: 'arn:aws:iam::123456789012:role/x' } },
    ),
    networkPolicy: some({
      from: fc.constantFrom(
        ...others.map((name) => ({ peer: { workload: name } })),
        { any: { namespace: '*' } } as object,
        { out: { cidr: '10.0.0.0/8' } },
      ),
    }),
    imagePullSecrets: fc.constant(['secret-registry']),
    ingress: fc.constantFrom<unknown>('a.shop.example', {
      host: 'b.shop.example',
      paths: ['/a', '/b'],
      tls: { secret: 'secret-tls' },
    }),
    monitor: fc.constant(true),
    service: fc.constantFrom<unknown>(true, { headless: true }, { type: 'NodePort' }),
    sidecars: fc.constant({
      proxy: { image: 'r/proxy:1', resources, ports: { admin: 15_000 }, probes: { readiness: '/x' } },
    }),
    initContainers: some({ warm: some(container).map((fields) => ({ image: 'r/warm:1', ...fields })) }),
  }).map((fields) => sensible({ image: 'registry.example/app:1', resources, ...fields }));

/** What the compiler refuses is not of interest here: a workload without ports is not reached. */
function sensible(workload: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const { ingress, monitor, service, probes, ...given } = workload;
  // One pod under a budget could never be evicted, which is a finding.
  const rest = { replicas: 2, ...given };
  return 'ports' in rest ? { ...rest, ...compact({ ingress, monitor, service, probes }) } : rest;
}
const compact = (fields: object): object =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

const hook = some(container).map((fields) => ({ image: 'r/migrate:1', on: 'Sync', wave: 1, ...fields }));

/** The objects that the compiler makes of one generated application, with the component that each is of. */
export const compiledApplication: fc.Arbitrary<readonly ResolvedObject[]> = fc
  .subarray([...names], { minLength: 1 })
  .chain((used) =>
    fc.record({
      workloads: fc.record(Object.fromEntries(used.map((name) => [name, workload(used)])), {
        noNullPrototype: true,
      }),
      hooks: some({ migrate: hook }),
    }),
  )
  .map(({ workloads, hooks }) => {
    const model = checkModel({
      name: 'shop',
      repository: 'https://git.example/shop/fleet.git',
      engine: 'argo-cd',
      clusters: { paris: { kubernetes: '1.34', environments: ['prod'] } },
      applications: { shop: { workloads, hooks, externalSecrets: secrets, objects } },
    });
    const [placement] = resolve(model, { versions: {}, bases: {} }).fleet.placements;
    return placement?.objects ?? [];
  });
