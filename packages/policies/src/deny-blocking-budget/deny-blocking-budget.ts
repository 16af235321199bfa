import { definePolicy } from '../policy/define-policy.ts';
import { replicatedKinds } from '../policy/kinds.ts';
import { autoscalers, deployments, disruptionBudgets, statefulSets } from '../policy/references.ts';

export const denyBlockingBudget = definePolicy({
  kind: 'K8sDenyBlockingBudget',
  about:
    'A PodDisruptionBudget lets at least one of its pods go: one that keeps them all blocks every drain and every upgrade of nodes.',
  module: import.meta.url,
  libs: ['scale', 'selectors'],
  kinds: [...replicatedKinds, { apiGroups: ['policy'], kinds: ['PodDisruptionBudget'] }],
  references: [autoscalers, deployments, disruptionBudgets, statefulSets],
});
