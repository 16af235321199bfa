import { definePolicy } from '../policy/define-policy.ts';
import { replicatedKinds } from '../policy/kinds.ts';
import { autoscalers } from '../policy/references.ts';

interface MinimumReplicas {
  /** How many replicas there must be at least; 0 replicas, switched off, are always allowed. */
  readonly replicas: number;
}

/** Where an autoscaler sets the number, its `minReplicas` counts; it has to be in the cluster before its workload. */
export const minimumReplicas = definePolicy<MinimumReplicas>({
  kind: 'K8sMinimumReplicas',
  about:
    'Workloads have enough replicas to lose one. Where a HorizontalPodAutoscaler sets the number, its `minReplicas` counts; none at all is allowed.',
  module: import.meta.url,
  libs: ['scale'],
  kinds: [...replicatedKinds, { apiGroups: ['autoscaling'], kinds: ['HorizontalPodAutoscaler'] }],
  references: [autoscalers],
  parameters: {
    replicas: { type: 'integer', minimum: 1, description: 'How many replicas there must be at least.' },
  },
});
