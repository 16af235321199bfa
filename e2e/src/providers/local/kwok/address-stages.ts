import { lives, stage, type Stage } from './stage.ts';

/** Addresses of Ingresses and of Services of type LoadBalancer. */
export function addressStages(cluster: string): Stage[] {
  return [
    address('ingress', 'networking.k8s.io/v1', 'Ingress', cluster),
    address('load-balancer', 'v1', 'Service', cluster),
  ];
}

/** What a load balancer's controller would write: Argo CD calls both kinds healthy only with it. */
function address(name: string, apiGroup: string, kind: string, cluster: string): Stage {
  return stage(`${name}-address`, {
    resourceRef: { apiGroup, kind },
    selector: {
      matchExpressions: [
        lives,
        ...(kind === 'Service'
          ? [{ key: '.spec.type', operator: 'In' as const, values: ['LoadBalancer'] }]
          : []),
        { key: '.status.loadBalancer.ingress', operator: 'DoesNotExist' },
      ],
    },
    next: {
      statusTemplate: `
loadBalancer:
  ingress:
  - hostname: {{ .metadata.name }}.{{ .metadata.namespace }}.${cluster}.example
`,
    },
  });
}
