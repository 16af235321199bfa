import type { Rule } from '../rule.ts';

/** Source: policy validation, `ValidatePodDisruptionBudgetSpec`. */
export const disruptionBounds: Rule = {
  explanation: {
    code: 'SEA3159',
    title: 'A disruption budget has two bounds',
    meaning:
      'A PodDisruptionBudget says either how many pods must stay (minAvailable) or how many may go (maxUnavailable).',
    fix: 'Keep one of the two; maxUnavailable follows the number of replicas by itself.',
  },
  check(spec, refuse) {
    if (spec.at('minAvailable').isSet && spec.at('maxUnavailable').isSet)
      refuse(spec, 'has minAvailable and maxUnavailable', 'Keep one of the two.');
  },
};
