import { defineFleet } from '@seatrial/compiler';

/** Patches of objects that other components make, and an existing Kustomize base. */
export default defineFleet({
  name: 'shop',
  repository: 'https://git.example/shop/fleet.git',
  engine: 'argo-cd',
  clusters: { paris: { kubernetes: '1.34', environments: ['prod'] } },
  applications: {
    shop: {
      labels: { team: 'shop' },
      workloads: { api: { image: 'registry.example/shop/api:1', port: 8080 } },
      bases: { dashboards: { path: 'dashboards' } },
      patches: {
        'Deployment/api': { spec: { minReadySeconds: 10, template: { spec: { automountServiceAccountToken: null } } } },
        'Service/api': [
          { op: 'replace', path: '/spec/ports/0/port', value: 8080 },
          { op: 'add', path: '/metadata/annotations', value: { 'example.com/a~b': 'c' } },
        ],
        'ConfigMap/app': { data: { refresh: '30s' } },
      },
    },
  },
});
