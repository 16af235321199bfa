import type { Inputs } from '../../../../src/index.ts';

export const inputs: Inputs = {
  bases: {},
  versions: {
    prod: { images: { 'registry.example/shop/api': '1.4.2' }, charts: { render: 'v1.2.0', redis: '20.1.0', redys: '20.2.0' } },
  },
};
