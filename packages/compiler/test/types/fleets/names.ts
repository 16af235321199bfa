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
          replica: 3, // wrong: Did you mean to write 'replicas'?
        },
      },
      after: [
        'dbb', // wrong: '"api" | "db" | "web"'
      ],
      perEnvironment: {
        dev: {
          workloads: {
            apii: { replicas: 1 }, // wrong: Did you mean to write 'api'?
          },
        },
      },
    },
    db: {
      workloads: { backup: { image: 'registry.example/shop/backup:1' } },
      charts: { postgresql: { repository: 'https://charts.example', version: '16.2.0' } },
      perCluster: {
        paris: {
          charts: {
            postgresq: { version: '16.3.0' }, // wrong: Did you mean to write 'postgresql'?
          },
        },
      },
    },
    web: {
      workloads: { web: { image: 'registry.example/shop/web:1' } },
      perCluster: {
        pariss: {}, // wrong: Did you mean to write 'paris'?
      },
    },
  },
  failover: {
    paris: 'lab', // wrong: '"dublin"'
  },
});
