import { defineFleet } from '@seatrial/compiler';

/** The smallest fleet that has something to sync and to heal, for tests of what is around proofs. */
export default defineFleet({
  name: 'dinghy',
  repository: 'https://git.example/dinghy/fleet.git',
  engine: 'argo-cd',
  clusters: {
    jetty: { kubernetes: '1.29', role: 'hub', environments: ['prod'] },
  },
  applications: {
    oars: { workloads: { web: { image: 'registry.example/oars:1.0.0', port: 8080 } } },
  },
});
