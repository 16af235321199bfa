import { reviewPolicies } from '../policies/review-policies.ts';
import type { LocatedObject } from '../rendered/located-object.ts';
import type { RenderedCluster } from '../rendered/rendered-cluster.ts';
import { setView } from '../rendered/set-view.ts';
import { checkAdmission } from './check-admission.ts';
import { checkSchemas } from './check-schemas.ts';
import { checkSet } from './check-set.ts';
import { coverageOf } from './coverage.ts';
import { sortFindings } from './finding-order.ts';
import type { ValidateRequest, ValidateResult } from './request.ts';
import { triage } from './triage.ts';

/**
 * Checks every object against the schema of its kind on its own cluster, the rules of its API server and the policies
 * of its cluster, and the objects against each other. Objects
 * with the same content and schema are one question to the engine, however many clusters have them; each place gets
 * its own findings. Whatever cannot be checked is counted and has a finding: it never passes.
 *
 * @throws Error when an object's place names a cluster that the request does not have.
 */
export async function validate(request: ValidateRequest): Promise<ValidateResult> {
  const { set, engine, schemas, scope, isSelected = () => true } = request;
  const objects = scope === 'fleet' ? [] : set.objects.filter(({ place }) => isSelected(place));
  const populated = new Set(objects.map(({ place }) => place.cluster));
  const clusters = set.clusters.filter(({ name }) => request.isSelected === undefined || populated.has(name));
  const byName = new Map(clusters.map((cluster) => [cluster.name, cluster]));
  const triaged = objects.map((located) => [located, triage(located, clusterOf(located, byName))] as const);
  // The engine works in a thread of its own, beside everything that does not wait for its answers.
  const engineAnswers = checkSchemas(triaged, engine, schemas, request.results);
  engineAnswers.catch(() => undefined);
  const view = setView(set);
  const ofSet = await checkSet(view, new Set(byName.keys()), request);
  const reviewed = { ...view, views: new Map([...view.views].filter(([name]) => populated.has(name))) };
  const ofPolicies = await reviewPolicies(reviewed, request.policies, request.results);
  const ofAdmission = await checkAdmission(triaged, set, schemas, engineAnswers);
  const ofSchemas = await engineAnswers;
  return {
    findings: sortFindings([
      ...ofSchemas.findings,
      ...ofAdmission,
      ...[...ofSet.findings, ...ofPolicies.findings].filter(({ place }) => isSelected(place)),
    ]),
    coverage: coverageOf(
      clusters,
      objects,
      (located) => ofSchemas.checked.has(located),
      [...ofSet.notChecked, ...ofPolicies.notChecked],
      ofPolicies.coverage,
    ),
  };
}

function clusterOf({ place }: LocatedObject, byName: ReadonlyMap<string, RenderedCluster>): RenderedCluster {
  const cluster = byName.get(place.cluster);
  if (cluster === undefined)
    throw new Error(`An object is placed on cluster "${place.cluster}", which is not validated here.`);
  return cluster;
}
