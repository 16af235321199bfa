import { defineApplication, defineHook, defineObject, defineWorkload } from '@seatrial/compiler';
import type { IConfigMap } from 'kubernetes-models/v1/ConfigMap';
import { clusters } from '../clusters.ts';

const store = 'vault';

/** What customers see. */
const web = defineWorkload({
  image: 'registry.example/harbour/web',
  port: 8080,
  args: ['serve', '--listen=:8080', '--config=/etc/harbour/web.yaml'],
  environmentFrom: { secrets: ['credentials'] },
  files: { '/etc/harbour/web.yaml': 'currency: EUR\nberths: 12\n' },
  probes: { readiness: '/readyz' },
  resources: { requests: { cpu: '50m', memory: '64Mi' }, limits: { memory: '128Mi' } },
});

/** Comes after `web`, and nobody reaches it from outside. */
const worker = defineWorkload({
  image: 'registry.example/harbour/worker',
  args: ['work', '--queue=orders'],
  environmentFrom: { secrets: ['credentials'] },
  resources: { requests: { cpu: '50m', memory: '64Mi' }, limits: { memory: '128Mi' } },
  wave: 1,
});

const migrate = defineHook({
  on: 'PreSync',
  image: 'registry.example/harbour/web',
  command: ['migrate'],
  resources: { requests: { cpu: '50m', memory: '64Mi' }, limits: { memory: '128Mi' } },
});

const announce = defineHook({
  on: 'PostSync',
  image: 'registry.example/harbour/web',
  command: ['announce'],
  resources: { requests: { cpu: '50m', memory: '64Mi' }, limits: { memory: '128Mi' } },
});

export const shop = defineApplication(clusters, {
  on: { environments: ['prod'] },
  after: ['gatekeeper', 'external-secrets'],
  workloads: { web, worker },
  hooks: { migrate, announce },
  externalSecrets: {
    credentials: { store, from: '/harbour/prod/shop', keys: { password: 'password' }, wave: -1 },
  },
  objects: {
    [store]: defineObject({
      apiVersion: 'external-secrets.io/v1',
      kind: 'SecretStore',
      metadata: { annotations: { 'argocd.argoproj.io/sync-wave': '-2' } },
      spec: { provider: { aws: { service: 'SecretsManager', region: 'eu-north-1' } } },
    }),
    switches: defineObject<IConfigMap>({
      apiVersion: 'v1',
      kind: 'ConfigMap',
      data: { banner: 'welcome', maintenance: 'off' },
    }),
  },
  sync: {
    // The people on call turn it on and off in the cluster.
    ignoreDifferences: {
      maintenance: { kind: 'ConfigMap', name: 'switches', jsonPointers: ['/data/maintenance'] },
    },
    options: ['RespectIgnoreDifferences=true'],
  },
  perRole: {
    active: { workloads: { web: { replicas: 3, ingress: 'shop.harbour.example' }, worker: { replicas: 2 } } },
    // Until it is promoted, the standby's ledger takes no writes: nothing to migrate, nothing to announce.
    standby: {
      workloads: { web: { replicas: 1, ingress: 'shop-standby.harbour.example' }, worker: { replicas: 1 } },
      hooks: { migrate: null, announce: null },
    },
  },
});
