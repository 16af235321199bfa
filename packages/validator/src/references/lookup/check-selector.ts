import type { Say, Words } from '../../check/check.ts';
import type { ClusterView } from '../../rendered/cluster-view.ts';
import { placeOf } from '../../rendered/place-of.ts';
import { called, inNamespace } from './identity.ts';
import { selectorText, type Requirement } from './label-selector.ts';
import { sayNothingSelected, type Wanted } from './say-missing.ts';
import { mayBeLabelled, nearestPods } from './select-pods.ts';

export interface EmptySelector extends Pick<Wanted, 'by' | 'field' | 'namespace'>, Pick<Words, 'severity'> {
  readonly requirements: readonly Requirement[];
}

/** Says that a selector of pods selects none; one without requirements selects whatever comes, so nothing is wrong. */
export function checkSelector(
  cluster: ClusterView,
  say: Say,
  { by, field, namespace, requirements, severity }: EmptySelector,
): void {
  if (requirements.length === 0) return;
  const labeller = mayBeLabelled(cluster, namespace, requirements);
  if (labeller !== undefined) return say.unknown(placeOf(by, field), labeller);
  sayNothingSelected(
    cluster,
    say,
    { by, field, namespace },
    {
      ...(severity === undefined ? {} : { severity }),
      sentence: `${called(by)} selects ${selectorText(requirements)}, and no pods${inNamespace(namespace)} have these labels.`,
      hint:
        nearestPods(cluster, namespace, requirements) ??
        `Select the labels of a pod template, or remove the ${by.object.kind}.`,
    },
  );
}
