import type { KubernetesObject } from '../../objects/kubernetes-object.ts';
import type { LongWorkload } from '../../model/workload.ts';
import { compact } from '../compact.ts';
import type { Context } from '../context.ts';
import { selectorLabels } from './names.ts';

export function podDisruptionBudget(
  component: string,
  workload: LongWorkload,
  context: Context,
  path: readonly string[],
): KubernetesObject | undefined {
  const budget = workload.disruptionBudget;
  if (budget === undefined) return undefined;
  if ((budget.minAvailable === undefined) === (budget.maxUnavailable === undefined)) {
    context.report({
      code: 'SEA1009',
      sentence: 'the disruption budget has not exactly one of minAvailable and maxUnavailable',
      hint: 'give one of them; in an override, null removes the other',
      path: [...path, 'disruptionBudget'],
    });
  }
  return {
    apiVersion: 'policy/v1',
    kind: 'PodDisruptionBudget',
    metadata: { name: component },
    spec: compact({
      minAvailable: budget.minAvailable,
      maxUnavailable: budget.maxUnavailable,
      selector: { matchLabels: selectorLabels(component, context) },
    }),
  };
}
