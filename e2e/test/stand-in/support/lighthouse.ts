import { checkModel, resolve, type KubernetesObject, type ResolvedFleet } from '@seatrial/compiler';
import type { World } from '../../../src/stand-in/world.ts';

/** What varies from one lighthouse to another. */
export interface Variation {
  readonly replicas: number;
  /** Of the chart from a Helm repository. */
  readonly values: Readonly<Record<string, unknown>>;
  /** Raw objects of the application, by component. */
  readonly objects: Readonly<Record<string, object>>;
  readonly windows: Readonly<Record<string, object>>;
  readonly retryLimit: number;
  readonly storeVersion: 'v1' | 'v1beta1';
}

export const plainVariation: Variation = {
  replicas: 2,
  values: {},
  objects: {},
  windows: {},
  retryLimit: 5,
  storeVersion: 'v1',
};

export const definitionsAt = 'example.org/beacons@v1.0.0/crds';
const commit = '0123456789abcdef0123456789abcdef01234567';

/** A definition as files have it: with a status that nobody may apply. */
export const beaconDefinition: KubernetesObject = {
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  metadata: {
    name: 'beacons.lights.example',
    labels: { 'lights.example/system': 'yes' },
    creationTimestamp: null,
  },
  spec: {
    group: 'lights.example',
    names: { kind: 'Beacon', plural: 'beacons' },
    scope: 'Namespaced',
    versions: [
      {
        name: 'v1',
        served: true,
        storage: true,
        schema: {
          openAPIV3Schema: {
            description: 'a {{ b }}',
            type: 'object',
            properties: { description: { type: 'string', description: 'what it is' } },
          },
        },
      },
    ],
  },
  status: { conditions: [] },
};

/** A fleet with one of everything that has a stand-in, on a pair and a hub. */
export function lighthouse(variation: Partial<Variation> = {}): ResolvedFleet {
  const { replicas, values, objects, windows, retryLimit, storeVersion } = {
    ...plainVariation,
    ...variation,
  };
  const store = { name: 'vault', kind: 'ClusterSecretStore' };
  const model = {
    name: 'lighthouse',
    repository: 'https://git.example/lighthouse/fleet.git',
    engine: 'argo-cd',
    clusters: {
      hub: { kubernetes: '1.34', role: 'hub', environments: ['management'] },
      north: { kubernetes: '1.34', role: 'active', environments: ['prod'] },
      south: { kubernetes: '1.34', role: 'standby', environments: ['prod'] },
    },
    labels: { 'lights.example/owner': 'keepers' },
    sync: { retry: { limit: retryLimit, backoff: { duration: '10s', factor: 2, maxDuration: '3m' } } },
    applications: {
      policies: {
        charts: {
          gatekeeper: {
            repository: 'https://charts.example/gatekeeper',
            version: '3.23.1',
            values: { replicas: 3, ...values },
            definitions: {
              groups: ['templates.gatekeeper.sh', 'lights.example'],
              source: { module: 'example.org/beacons', version: 'v1.0.0', path: 'crds' },
            },
          },
        },
      },
      lamp: {
        on: { environments: ['prod'] },
        after: ['policies'],
        workloads: {
          lamp: {
            image: 'registry.example/lamp:1.0.0',
            command: ['lamp'],
            ports: { http: 3000, metrics: 9464 },
            replicas,
            environment: {
              PORT: '3000',
              KEY: { secret: 'lamp', key: 'api-key' },
            },
            probes: {
              startup: { path: '/up', port: 'metrics' },
              readiness: '/readyz',
              liveness: { command: ['true'] },
            },
          },
          shade: { image: 'registry.example/shade:1.0.0', autoscaling: { min: 8, max: 20, cpu: 70 } },
        },
        charts: {
          wick: { git: 'https://git.example/charts.git', path: 'charts/wick', revision: commit, values },
        },
        hooks: { migrate: { on: 'PreSync', image: 'registry.example/lamp:1.0.0', command: ['migrate'] } },
        externalSecrets: {
          lamp: { store, from: '/lamp', wave: -1 },
          oil: { store, from: '/oil', keys: { user: 'login.user', password: 'password' } },
        },
        objects: {
          vault: {
            apiVersion: `external-secrets.io/${storeVersion}`,
            kind: 'ClusterSecretStore',
            spec: {
              provider: { vault: { server: 'https://vault.example' } },
              conditions: [{ namespaces: ['lamp'] }],
            },
          },
          ...objects,
        },
        sync: { windows },
        perRole: { standby: { workloads: { lamp: { replicas: 1 } }, hooks: { migrate: null } } },
        perCluster: { south: { charts: { wick: { values: { side: 'south' } } } } },
      },
    },
    failover: { north: 'south' },
    argoCd: {
      repositories: {
        fleet: {
          url: 'https://git.example/lighthouse/fleet.git',
          credentials: { store: store.name, from: '/git' },
        },
      },
    },
  };
  return resolve(checkModel(model), { versions: {}, bases: {} }).fleet;
}

export function worldOf(plane: World['plane']): World {
  return {
    plane,
    repositories: {
      'https://git.example/lighthouse/fleet.git': 'http://127.0.0.1:1000/fleet.git',
      'https://git.example/charts.git': 'http://127.0.0.1:1000/charts.git',
    },
    chartRepositories: { 'https://charts.example/gatekeeper': 'http://127.0.0.1:1001/gatekeeper' },
    webhooks: Object.fromEntries(
      ['hub', 'north', 'south'].map((name, index) => [
        name,
        { url: `https://127.0.0.1:${2000 + index}/v1/admit`, caBundle: 'bm9uZQ==' },
      ]),
    ),
    definitions: new Map([[definitionsAt, [beaconDefinition]]]),
    ...(plane === 'data plane' ? { probeImage: 'rehearsal/probe:1' } : {}),
  };
}
