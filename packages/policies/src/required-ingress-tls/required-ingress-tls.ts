import { definePolicy } from '../policy/define-policy.ts';
import { ingressKinds } from '../policy/kinds.ts';

interface RequiredIngressTls {
  /** Annotations by which a load balancer takes its certificate. */
  readonly annotations?: readonly string[];
}

export const requiredIngressTls = definePolicy<RequiredIngressTls>({
  kind: 'K8sRequiredIngressTls',
  about: 'An Ingress answers with TLS on each of its hosts.',
  module: import.meta.url,
  kinds: ingressKinds,
  parameters: {
    annotations: {
      type: 'array',
      description:
        'Annotations by which a load balancer takes its certificate, such as `alb.ingress.kubernetes.io/certificate-arn`; none by default.',
      items: { type: 'string' },
    },
  },
});
