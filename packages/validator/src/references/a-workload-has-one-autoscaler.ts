import { groupOf } from '@seatrial/compiler';
import type { ClusterCheck } from '../check/check.ts';
import type { LocatedObject } from '../rendered/located-object.ts';
import { placeOf } from '../rendered/place-of.ts';
import { autoscalersOf } from './lookup/autoscalers.ts';
import { called, kindOf, nameOf } from './lookup/identity.ts';

export const aWorkloadHasOneAutoscaler: ClusterCheck = {
  rule: 'A workload has one autoscaler',
  explanation: {
    code: 'SEA3431',
    title: 'Two autoscalers scale one workload',
    meaning:
      'Two HorizontalPodAutoscalers, or one beside a ScaledObject (which makes one of its own), scale the same workload. ' +
      'Each undoes what the other one did; newer clusters refuse to scale at all, with AmbiguousSelector.',
    fix: 'Put all metrics into one of them, and remove the other.',
  },
  run(cluster, say) {
    const first = new Map<string, LocatedObject>();
    for (const { located, namespace, apiVersion, kind, name } of autoscalersOf(cluster)) {
      const target = `${namespace ?? ''} ${groupOf(apiVersion)}/${kind} ${name}`;
      const other = first.get(target);
      first.set(target, other ?? located);
      // The same one, written down twice, is not a second one.
      if (other === undefined || isSame(other, located)) continue;
      say.wrong(placeOf(located, '/spec/scaleTargetRef'), {
        sentence: `${called(located)} and ${called(other)} both scale ${kind} ${name}.`,
        hint: 'Put all metrics into one of them, and remove the other.',
      });
    }
  },
};

const isSame = (one: LocatedObject, other: LocatedObject): boolean =>
  kindOf(one) === kindOf(other) && nameOf(one) === nameOf(other);
