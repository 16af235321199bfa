import { objectId, objectKey, type KubernetesObject } from '@seatrial/compiler';
import type { ResultStore } from '../check/result-store.ts';
import type { RenderedSet } from '../rendered/rendered-set.ts';
import { setView } from '../rendered/set-view.ts';
import { insteadOf } from './constraints/enforcement.ts';
import type { PolicyCompiler } from './policy-compiler.ts';
import { usualLimits } from './review/ask-policies.ts';
import { reviewClusters } from './review/review-clusters.ts';

/** Why a cluster refuses an object. */
export interface Refusal {
  /** `K8sDenyLatestTag/forbid-latest-tag`. */
  readonly constraint: string;
  /** What the policy says, as Gatekeeper passes it on. */
  readonly message: string;
}

export interface RefusalRequest {
  /** Everything that is on the clusters: the constraints, and what policies look up. */
  readonly set: RenderedSet;
  readonly cluster: string;
  /** The object that is sent to the API server; it takes the place of the one of its name in the set. */
  readonly object: KubernetesObject;
  readonly compiler: PolicyCompiler;
  /** Answers of earlier questions: the objects of the set are asked about once only. */
  readonly results: ResultStore;
}

/**
 * The constraints of a cluster that deny an object at admission. Those of which nobody can tell are not among them.
 */
export async function refusalsOf({
  set,
  cluster: name,
  object,
  compiler,
  results,
}: RefusalRequest): Promise<readonly Refusal[]> {
  const key = objectKey(objectId(object));
  const others = set.objects.filter(
    ({ object: other, place }) => place.cluster === name && objectKey(objectId(other)) !== key,
  );
  const asked = { object, place: { cluster: name } };
  const clusters = set.clusters.filter((cluster) => cluster.name === name);
  const view = setView({ ...set, clusters, objects: [...others, asked] });
  const [review] = await reviewClusters(view, compiler, results, usualLimits);
  if (review === undefined) return [];
  return review.denials.flatMap(({ constraint, subject, msg }) => {
    const { located, implied } = subject;
    if (located !== asked || review.exclusions(subject.subject, 'webhook')) return [];
    const { 'validation.gatekeeper.sh': actions } = insteadOf(constraint.enforcement, implied?.action ?? '');
    if (!actions.includes('deny')) return [];
    // Source: Gatekeeper, pkg/expansion/aggregate.go.
    const message = implied === undefined ? msg : `[Implied by ${implied.template}] ${msg}`;
    return [{ constraint: `${constraint.kind}/${constraint.name}`, message }];
  });
}
