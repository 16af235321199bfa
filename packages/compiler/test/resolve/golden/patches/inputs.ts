import type { Inputs } from '../../../../src/index.ts';

export const inputs: Inputs = {
  versions: {},
  bases: {
    dashboards: {
      folder: 'environments/shop/dashboards',
      reads: ['environments/shop/dashboards'],
      objects: [{ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'app' }, data: { 'app.json': '{}' } }],
    },
  },
};
