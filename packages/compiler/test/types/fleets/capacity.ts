import { defineFleet } from '@seatrial/compiler';

export default defineFleet({
  name: 'shop',
  repository: 'https://git.example/shop/fleet.git',
  engine: 'argo-cd',
  clusters: {
    paris: {
      kubernetes: '1.34',
      capacity: { cpu: '24' }, // wrong: Property 'memory' is missing
    },
    dublin: {
      kubernetes: '1.34',
      storageClasses: 'gp3', // wrong: 'readonly string[]'
    },
  },
  applications: {},
});
