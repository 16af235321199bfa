import { defineFleet } from '@seatrial/compiler';
import { ConfigMap, type IResourceQuota } from 'kubernetes-models/v1';

const quota = {
  apiVersion: 'v1',
  kind: 'ResourceQuota',
  spec: { hard: { pods: '10' } },
} satisfies IResourceQuota;

/** An instance of a class, an object that satisfies a type, and a plain one: none of them is an error. */
export default defineFleet({
  name: 'shop',
  repository: 'https://git.example/shop/fleet.git',
  engine: 'argo-cd',
  clusters: { lab: { kubernetes: '1.34', environments: ['dev'] } },
  applications: {
    api: {
      objects: {
        settings: new ConfigMap({ data: { a: 'b' } }),
        quota,
        plain: { apiVersion: 'example.com/v1', kind: 'Thing', spec: { size: 1 } },
        nothing: { kind: 'Thing' }, // wrong: 'apiVersion'
      },
    },
  },
});
