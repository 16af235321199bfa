import type { Finding } from '@seatrial/compiler';
import { codes } from '../findings/codes.ts';
import { messageOf } from '../kubeconform/message-of.ts';
import type { SchemaAnswer } from '../kubeconform/schema-engine.ts';
import { askEngine, questionKey, type Question } from './ask-engine.ts';
import { coverageOf } from './coverage.ts';
import { sortFindings } from './finding-order.ts';
import { groupFindings, type Gap } from './group-findings.ts';
import { problemFindings } from './problem-findings.ts';
import type { ClusterToValidate, LocatedObject, ValidateRequest, ValidateResult } from './request.ts';
import { triage, type Triage } from './triage.ts';

/**
 * Checks every object against the schema of its kind on its own cluster. Objects with the same content and schema
 * are one question to the engine, however many clusters have them; each place gets its own findings. Whatever
 * cannot be checked is counted and has a finding: it never passes.
 *
 * @throws Error when an object's place names a cluster that the request does not have.
 */
export async function validate(request: ValidateRequest): Promise<ValidateResult> {
  const { objects, clusters, engine, schemas } = request;
  const byName = new Map(clusters.map((cluster) => [cluster.name, cluster]));
  const triaged = objects.map((located) => [located, triage(located, clusterOf(located, byName))] as const);
  const answers = await askEngine(questionsOf(triaged), engine, request.results);

  const checked = new Set<LocatedObject>();
  const gaps: (readonly [LocatedObject, Gap])[] = [];
  const findings: Finding[] = [];
  const invalid: { located: LocatedObject; schema: string; answer: SchemaAnswer & { status: 'invalid' } }[] =
    [];
  for (const [located, outcome] of triaged) {
    if (outcome.to === 'unchecked') {
      if (outcome.finding === undefined) gaps.push([located, { code: codes.noSchema, reason: '' }]);
      else findings.push(outcome.finding);
      continue;
    }
    const answer = answers.byKey.get(questionKey(engine, outcome));
    if (answer === undefined) {
      gaps.push([
        located,
        { code: codes.engineFailed, reason: messageOf(answers.failure ?? 'the engine gave no answer') },
      ]);
    } else if (answer.status === 'error') {
      gaps.push([located, { code: codes.notCheckable, reason: messageOf(answer.message) }]);
    } else {
      checked.add(located);
      if (answer.status === 'invalid') invalid.push({ located, schema: outcome.schema, answer });
    }
  }
  findings.push(...groupFindings(gaps), ...(await problemFindings(invalid, schemas)));
  return {
    findings: sortFindings(findings),
    coverage: coverageOf(clusters, objects, (located) => checked.has(located)),
  };
}

function clusterOf(
  { place }: LocatedObject,
  byName: ReadonlyMap<string, ClusterToValidate>,
): ClusterToValidate {
  const cluster = byName.get(place.cluster);
  if (cluster === undefined)
    throw new Error(`An object is placed on cluster "${place.cluster}", which is not validated here.`);
  return cluster;
}

function questionsOf(triaged: readonly (readonly [LocatedObject, Triage])[]): readonly Question[] {
  return triaged.flatMap(([, outcome]) => (outcome.to === 'engine' ? [outcome] : []));
}
