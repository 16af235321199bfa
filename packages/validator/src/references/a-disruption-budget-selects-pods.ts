import type { ClusterCheck } from '../check/check.ts';
import { checkSelector } from './lookup/check-selector.ts';
import { disruptionBudgetsOf } from './lookup/disruption-budgets.ts';

export const aDisruptionBudgetSelectsPods: ClusterCheck = {
  rule: 'A PodDisruptionBudget selects pods',
  explanation: {
    code: 'SEA3425',
    title: 'A PodDisruptionBudget selects no pods',
    meaning:
      'No workload of the namespace makes pods with the labels that the budget selects, so it protects nothing: a drain may evict all pods at once.',
    fix: 'Compare the selector with the labels of the pod template.',
  },
  run(cluster, say) {
    for (const { located: by, namespace, requirements, pods } of disruptionBudgetsOf(cluster))
      if (pods.length === 0)
        checkSelector(cluster, say, { by, field: '/spec/selector', namespace, requirements });
  },
};
