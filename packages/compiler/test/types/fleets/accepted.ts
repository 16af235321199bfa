import { defineFleet } from '@seatrial/compiler';

/** What clusters have, and findings that the author accepts: everything here is right but for the marked lines. */
export default defineFleet({
  name: 'shop',
  repository: 'https://git.example/shop/fleet.git',
  engine: 'argo-cd',
  clusters: {
    paris: {
      kubernetes: '1.34',
      role: 'active',
      environments: ['prod'],
      capacity: { cpu: 48, memory: '192Gi', pods: 330, nodes: 6 },
      storageClasses: ['gp3'],
    },
    dublin: { kubernetes: '1.34', role: 'standby', environments: ['prod'], storageClasses: [] },
  },
  applications: { api: { workloads: { api: { image: 'registry.example/shop/api:1.4.2' } } } },
  failover: { paris: 'dublin' },
  suppress: [
    { code: 'SEA3701', reason: 'the two share a load balancer', cluster: 'dublin', object: 'Ingress/api' },
    { code: 'SEA3301', reason: 'a vendored chart', environment: 'prod', application: 'api' },
    {
      code: '3701', // wrong: SEA${number}
      reason: 'a typing error',
    },
    {
      code: 'SEA3701',
      reason: 'names that are not there',
      cluster: 'dubln', // wrong: Did you mean '"dublin"'?
      environment: 'test', // wrong: '"prod"'
      application: 'apii', // wrong: '"api"'
    },
    {
      code: 'SEA3701',
      reason: 'a field that is not there',
      objects: 'Ingress/api', // wrong: Did you mean to write 'object'?
    },
    {
      code: 'SEA3701',
      reason: 'an object without its kind',
      object: 'api', // wrong: ${string}/${string}
    },
    { code: 'SEA3701' }, // wrong: Property 'reason' is missing
  ],
});
