import { defineApplication, defineObject } from '@seatrial/compiler';
import type { IConfigMap } from 'kubernetes-models/v1/ConfigMap';
import { clusters } from '../clusters.ts';

/** Not changed while the year is closed. */
export const reports = defineApplication(clusters, {
  on: { environments: ['management'] },
  workloads: {
    reports: {
      image: 'registry.example/harbour/reports',
      args: ['report', '--every=1h'],
      resources: { requests: { cpu: '50m', memory: '64Mi' }, limits: { memory: '128Mi' } },
    },
  },
  objects: {
    // Comes last: a commit that cannot work has to stop before it.
    template: defineObject<IConfigMap>({
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { annotations: { 'argocd.argoproj.io/sync-wave': '1' } },
      data: { title: 'Berths' },
    }),
  },
  sync: {
    windows: {
      'closing-the-year': { kind: 'deny', schedule: '0 0 31 12 *', duration: '24h', manualSync: true },
    },
  },
});
