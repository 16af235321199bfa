import { defineFleet } from '@seatrial/compiler';

/** Charts from a Helm repository and from git, and versions from the environment's data file. */
export default defineFleet({
  name: 'shop',
  repository: 'https://git.example/shop/fleet.git',
  engine: 'argo-cd',
  environments: { prod: { versions: 'releases/prod.yaml' } },
  clusters: { paris: { kubernetes: '1.34', environments: ['prod'] } },
  applications: {
    shop: {
      workloads: { api: { image: 'registry.example/shop/api' } },
      charts: {
        render: { git: 'https://git.example/shop/charts.git', path: 'charts/render', values: { replicas: 2 } },
        cache: { repository: 'oci://charts.example/redis', chart: 'redis', release: 'shop-cache' },
      },
      perCluster: { paris: { charts: { render: { values: { region: 'paris' } } } } },
    },
  },
});
