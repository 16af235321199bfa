import { defineFleet } from '@seatrial/compiler';
export default defineFleet({
  name: 'shop',
  repository: 'https://git.example/shop/fleet.git',
  engine: 'argo-cd',
  clusters: {
    hub: { kubernetes: '1.34', role: 'hub' },
    paris: { kubernetes: '1.34', role: 'active', environments: ['prod'] },
    dublin: { kubernetes: '1.34', role: 'standby', environments: ['prod'] },
    lab: { kubernetes: '1.34', environments: ['dev', 'test'] },
  },
  applications: {
    api: {
      workloads: {
        api: {
          image: 'registry.example/shop/api:1.4.2',
          port: 8080,
          replicas: 3,
          ingress: 'api.shop.example',
        },
      },
      after: ['db'],
      perEnvironment: { dev: { workloads: { api: { replicas: 1 } } } },
      perRole: { standby: { workloads: { api: { replicas: 1, ingress: 'api-standby.shop.example' } } } },
    },
    db: { charts: { postgresql: { repository: 'https://charts.example', version: '16.2.0' } } },
  },
  failover: { paris: 'dublin' },
});
