import { definePolicy } from '../policy/define-policy.ts';
import { replicatedKinds } from '../policy/kinds.ts';
import { autoscalers, disruptionBudgets } from '../policy/references.ts';

/** The budget has to be in the cluster before its workload. */
export const requiredDisruptionBudget = definePolicy({
  kind: 'K8sRequiredDisruptionBudget',
  about:
    'Workloads with more than one replica have a PodDisruptionBudget, so that a drain of nodes takes their pods one after the other.',
  module: import.meta.url,
  libs: ['scale', 'selectors'],
  kinds: replicatedKinds,
  references: [autoscalers, disruptionBudgets],
});
