import { setOf } from '../../support/rendered-set.ts';
import { located } from '../../support/objects.ts';
import { setView } from '../../../src/rendered/set-view.ts';
import { insteadOf } from '../../../src/policies/constraints/enforcement.ts';
import { usualLimits } from '../../../src/policies/review/ask-policies.ts';
import { reviewClusters } from '../../../src/policies/review/review-clusters.ts';
import type { ClusterReview } from '../../../src/policies/review/cluster-review.ts';
import { regoCompiler } from './rego-compiler.ts';

/** What a policy has to say of an object, as `deny K8sRequiredLabels/owner Deployment/shop/api: the message`. */
export function verdict(
  action: string,
  constraint: { readonly kind: string; readonly name: string },
  object: unknown,
  msg: string,
): string {
  const { kind, metadata } = object as { kind: string; metadata?: Record<string, unknown> };
  const name = [metadata?.['namespace'] ?? '', metadata?.['name'] ?? metadata?.['generateName'] ?? ''].join(
    '/',
  );
  return `${action} ${constraint.kind}/${constraint.name} ${kind}/${name}: ${msg}`;
}

/** What our engine says of these objects as one cluster, with the actions of the enforcement point of gator. Sorted. */
export async function ourVerdicts(objects: readonly unknown[]): Promise<readonly string[]> {
  const { denials } = await review(objects);
  return denials
    .flatMap(({ constraint, subject, msg }) => {
      const { implied, located: parent } = subject;
      const enforcement = insteadOf(constraint.enforcement, implied?.action ?? '');
      const actions = [...enforcement['gator.gatekeeper.sh']].sort().join('+');
      const said = implied === undefined ? msg : `[Implied by ${implied.template}] ${msg}`;
      return actions === '' ? [] : [verdict(actions, constraint, parent.object, said)];
    })
    .sort();
}

/** The objects as one cluster, of which everything is known. */
export async function review(objects: readonly unknown[]): Promise<ClusterReview> {
  const set = setOf(objects.map((object) => located(object)));
  const [first] = await reviewClusters(setView(set), regoCompiler, undefined, usualLimits);
  if (first === undefined) throw new Error('The test has no objects.');
  return first;
}
