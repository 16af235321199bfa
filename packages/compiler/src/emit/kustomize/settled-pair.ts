import type { KubernetesObject } from '../../objects/kubernetes-object.ts';
import { jsonEqual } from './json-equal.ts';
import type { LabelsField } from './kustomization.ts';
import { withLabels } from './labels.ts';
import type { NamespaceMove } from './namespace-move.ts';
import type { Pair } from './pairs.ts';
import { inNamespace } from './transformers.ts';

/** A pair whose `base` is the object as the patches find it, in the namespace that it has by then. */
export interface SettledPair extends Pair {
  /** The object as the resources bring it: one and the same in all placements. */
  readonly brought: KubernetesObject;
  /** `base` with the labels that a later kustomization gives it. */
  readonly labelled: KubernetesObject;
  readonly differs: boolean;
}

export function settlePairs(
  pairs: readonly Pair[],
  move: NamespaceMove | undefined,
  laterLabels: readonly LabelsField[],
): readonly SettledPair[] {
  return pairs.map((pair) => {
    const { base: brought, target, resolved } = pair;
    const base = move?.pairs.has(pair) ? inNamespace(brought, move.to) : brought;
    const labelled = withLabels(base, laterLabels) ?? base;
    return { base, brought, labelled, target, resolved, differs: !jsonEqual(labelled, target) };
  });
}
