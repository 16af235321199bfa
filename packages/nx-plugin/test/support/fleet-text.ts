/**
 * A fleet with a hub, a pair of clusters that take over for each other, and an application that only one of them has. Tests change
 * one word of it at a time.
 */
export const fleetText = `import { defineFleet } from '@seatrial/compiler';

export default defineFleet({
  name: 'shop',
  repository: 'https://git.example/shop/fleet.git',
  engine: 'argo-cd',
  clusters: {
    hub: { kubernetes: '1.29', role: 'hub', environments: ['management'] },
    paris: { kubernetes: '1.29', role: 'active', environments: ['prod'] },
    dublin: { kubernetes: '1.29', role: 'standby', environments: ['prod'] },
    lab: { kubernetes: '1.29', environments: ['dev'] },
    archive: { kubernetes: '1.29', environments: ['archive'] },
  },
  applications: {
    api: {
      on: { environments: ['prod', 'dev'] },
      workloads: { api: { image: 'registry.example/api:1.0.0', port: 8080, replicas: 2 } },
      perCluster: { paris: { workloads: { api: { environment: { REGION: 'eu-west-3' } } } } },
    },
    web: {
      on: { environments: ['dev'] },
      workloads: { web: { image: 'registry.example/web:1.0.0', port: 8080 } },
    },
    tools: {
      on: { environments: ['management'] },
      workloads: { tools: { image: 'registry.example/tools:1.0.0', port: 8080 } },
    },
    logs: {
      on: { clusters: ['lab', 'archive'] },
      charts: { loki: { repository: 'https://charts.example', version: '1.0.0' } },
    },
  },
  failover: { paris: 'dublin' },
});
`;
