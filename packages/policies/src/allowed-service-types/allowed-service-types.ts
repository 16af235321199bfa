import { definePolicy } from '../policy/define-policy.ts';
import { serviceKinds } from '../policy/kinds.ts';

interface AllowedServiceTypes {
  readonly types: readonly ('ClusterIP' | 'NodePort' | 'LoadBalancer' | 'ExternalName')[];
}

export const allowedServiceTypes = definePolicy<AllowedServiceTypes>({
  kind: 'K8sAllowedServiceTypes',
  about:
    'Services are of the types that are allowed: a NodePort or a LoadBalancer opens a way in that nobody planned.',
  module: import.meta.url,
  kinds: serviceKinds,
  parameters: {
    types: {
      type: 'array',
      description: 'The types that are allowed.',
      items: { type: 'string', enum: ['ClusterIP', 'NodePort', 'LoadBalancer', 'ExternalName'] },
    },
  },
});
