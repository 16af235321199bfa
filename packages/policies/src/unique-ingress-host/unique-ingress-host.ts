import { definePolicy } from '../policy/define-policy.ts';
import { ingressKinds } from '../policy/kinds.ts';
import { ingresses } from '../policy/references.ts';

export const uniqueIngressHost = definePolicy({
  kind: 'K8sUniqueIngressHost',
  about:
    'A host belongs to one namespace, and a path of it to one Ingress. Ingresses of different classes, and canaries of ingress-nginx, do not meet.',
  module: import.meta.url,
  kinds: ingressKinds,
  references: [ingresses],
});
