import type { ResultStore } from '../check/result-store.ts';
import { runChecks, type CheckResults } from '../check/run-checks.ts';
import type { SetView } from '../rendered/set-view.ts';
import { policyChecks } from './checks/checks.ts';
import type { PolicyCompiler } from './policy-compiler.ts';
import { usualLimits, type Limits } from './review/ask-policies.ts';
import { reviewClusters } from './review/review-clusters.ts';

export interface PolicyResults extends CheckResults {
  /** One for each cluster of the set, in its order. */
  readonly coverage: readonly PolicyCoverage[];
}

/** How much of a cluster its policies have seen. What they could not decide is in `notChecked`. */
export interface PolicyCoverage {
  readonly cluster: string;
  readonly templates: number;
  readonly constraints: number;
  /** Objects that were held against the constraints; all that an API server could be sent. */
  readonly reviewed: number;
}

/**
 * Holds the objects of every cluster against the Gatekeeper constraints of the same cluster.
 * @param results answers of earlier runs; without it every object is evaluated
 */
export async function reviewPolicies(
  view: SetView,
  compiler: PolicyCompiler,
  results?: ResultStore,
  limits: Limits = usualLimits,
): Promise<PolicyResults> {
  const reviews = await reviewClusters(view, compiler, results, limits);
  const said = reviews.map((review) => runChecks(policyChecks, review));
  return {
    findings: said.flatMap(({ findings }) => findings),
    notChecked: said.flatMap(({ notChecked }) => notChecked),
    coverage: reviews.map(({ cluster, templates, constraints, reviewed }) => ({
      cluster: cluster.name,
      templates: templates.length,
      constraints: constraints.length,
      reviewed,
    })),
  };
}
