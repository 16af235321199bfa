// A fleet split over files: each part is checked where it is written, and its names where the fleet uses them.
import {
  defineApplication,
  defineArgoCd,
  defineClusters,
  defineFleet,
  defineWorkload,
  overrideWorkload,
} from '../../../src/index.ts';

const clusters = defineClusters({
  paris: { kubernetes: '1.34', role: 'active', environments: ['prod'] },
  lab: { kubernetes: '1.34', environments: ['dev'] },
});

const api = defineWorkload({
  image: 'registry.example/shop/api',
  replica: 3, // wrong: Did you mean to write 'replicas'?
});
const small = overrideWorkload({
  autoscalling: null, // wrong: Did you mean to write 'autoscaling'?
});

const shop = defineApplication(clusters, {
  after: ['db'],
  workloads: { api },
  charts: { cache: { repository: 'https://charts.example', version: '1.0.0' } },
  perRole: { standby: { workloads: { api: small }, charts: { cache: null } } },
  perEnvironment: {
    dev: { workloads: { apii: { replicas: 1 } } }, // wrong: Did you mean to write 'api'?
  },
  perCluster: {
    pari: {}, // wrong: Did you mean to write 'paris'?
  },
});
const db = defineApplication(clusters, { charts: { postgresql: { repository: 'https://charts.example' } } });
const argoCd = defineArgoCd({ applicationSets: { shop: { generator: 'list', applications: ['shop'] } } });

const frame = { name: 'shop', repository: 'https://git.example/shop/fleet.git', engine: 'argo-cd' } as const;
export const right = defineFleet({ ...frame, clusters, applications: { shop, db }, argoCd });
export const withoutDb = defineFleet({
  ...frame,
  clusters,
  applications: {
    shop, // wrong: "db"
  },
});
