import type { ClusterCheck } from '../check/check.ts';
import { fieldAt } from '../json/fields.ts';
import type { ClusterView } from '../rendered/cluster-view.ts';
import { placeOf } from '../rendered/place-of.ts';
import { disruptionBudgetsOf } from './lookup/disruption-budgets.ts';
import { called } from './lookup/identity.ts';
import type { PodSelector } from './lookup/pod-selector.ts';
import { fewestReplicas } from './lookup/replicas.ts';
import { listed } from './lookup/suggestion.ts';

export const aDisruptionBudgetAllowsADisruption: ClusterCheck = {
  rule: 'A PodDisruptionBudget lets a pod be evicted',
  explanation: {
    code: 'SEA3426',
    title: 'A PodDisruptionBudget lets no pod be evicted',
    meaning:
      'With the replicas that there are, or the fewest that an autoscaler leaves, the budget allows no pod to go. ' +
      'Every drain of a node that has one of them waits, and so does every upgrade of the nodes: for ever, unless an autoscaler adds a pod.',
    fix: 'Run one more replica (or raise the minimum of the autoscaler), or let the budget allow one pod to be unavailable.',
  },
  run(cluster, say) {
    for (const budget of disruptionBudgetsOf(cluster)) {
      const size = sizeOf(cluster, budget);
      const limit = limitOf(budget);
      if (size === undefined || size.count === 0 || limit === undefined) continue;
      if (limit.allows(size.count) > 0) continue;
      const pods = size.count === 1 ? '1 pod' : `${size.count} pods`;
      say.wrong(placeOf(budget.located, `/spec/${limit.field}`), {
        severity: 'warning',
        sentence: `${called(budget.located)} has ${limit.field} ${limit.value}, and ${size.because} ${pods}: none of them may ${size.mayGrow ? 'be evicted while there are no more' : 'ever be evicted'}.`,
        hint: 'Keep one more pod, or let one be unavailable, so that a node can be drained.',
      });
    }
  },
};

/** How many pods a budget is over at the least; undefined where that follows from something that is not known. */
function sizeOf(
  cluster: ClusterView,
  { pods }: PodSelector,
): { readonly count: number; readonly because: string; readonly mayGrow: boolean } | undefined {
  const sizes = pods.map((one) => ({ ...fewestReplicas(cluster, one), one }));
  if (sizes.length === 0 || sizes.some(({ count }) => count === undefined)) return undefined;
  const count = sizes.reduce((sum, size) => sum + (size.count ?? 0), 0);
  const named = sizes.map(({ one, autoscaler }) => called(autoscaler?.located ?? one.located));
  const because = `${listed(named)} ${named.length === 1 ? 'keeps' : 'keep'} at the least`;
  return { count, because, mayGrow: sizes.some(({ autoscaler }) => autoscaler !== undefined) };
}

interface Limit {
  readonly field: 'minAvailable' | 'maxUnavailable';
  readonly value: string | number;
  /** How many of so many pods may be unavailable. */
  allows(count: number): number;
}

/** Source: kubernetes, disruption controller, getExpectedPodCount: both percentages are rounded up. */
function limitOf({ located }: PodSelector): Limit | undefined {
  for (const field of ['minAvailable', 'maxUnavailable'] as const) {
    const value = fieldAt(located.object, 'spec', field);
    if (typeof value !== 'number' && (typeof value !== 'string' || !/^\d+%$/.test(value))) continue;
    const scaled = (count: number): number =>
      typeof value === 'number' ? value : Math.ceil((count * Number.parseInt(value, 10)) / 100);
    return {
      field,
      value,
      allows: (count) => (field === 'minAvailable' ? count - scaled(count) : scaled(count)),
    };
  }
  return undefined;
}
