import { defineApplication, defineObject } from '@seatrial/compiler';
import type { IConfigMap } from 'kubernetes-models/v1/ConfigMap';
import { clusters } from '../clusters.ts';

/** Where Argo CD runs, and synced by a person. */
export const tools = defineApplication(clusters, {
  on: { environments: ['management'] },
  workloads: {
    console: {
      image: 'registry.example/harbour/console',
      resources: { requests: { cpu: '50m', memory: '64Mi' }, limits: { memory: '128Mi' } },
    },
  },
  objects: {
    handbook: defineObject<IConfigMap>({ apiVersion: 'v1', kind: 'ConfigMap', data: { page: 'one' } }),
  },
  sync: { automated: false },
});
