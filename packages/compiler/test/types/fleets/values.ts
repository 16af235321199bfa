import { defineFleet, defineWorkload } from '@seatrial/compiler';

export const split = defineWorkload({
  image: 'registry.example/shop/api',
  ingres: 'api.shop.example', // wrong: Did you mean to write 'ingress'?
});

export default defineFleet({
  name: 'shop',
  repository: 'https://git.example/shop/fleet.git',
  engine: 'argocd', // wrong: '"argo-cd"'
  clusters: {
    lab: { kubernetes: '1.34', environments: ['dev', 'test'] },
  },
  applications: {
    api: {
      on: {
        environments: [
          'prod', // wrong: '"dev" | "test"'
        ],
      },
      workloads: {
        api: {
          image: 'registry.example/shop/api',
          replicas: '3', // wrong: 'number'
        },
      },
      perRole: {
        stanby: {}, // wrong: Did you mean to write 'standby'?
      },
    },
  },
});
