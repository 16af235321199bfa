import { defineClusters } from '@seatrial/compiler';

const kubernetes = '1.29';

export const clusters = defineClusters({
  hub: { kubernetes, role: 'hub', region: 'centre', environments: ['management'] },
  north: { kubernetes, role: 'active', region: 'north', environments: ['prod'] },
  south: { kubernetes, role: 'standby', region: 'south', environments: ['prod'] },
});
