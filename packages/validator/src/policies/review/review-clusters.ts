import type { ResultStore } from '../../check/result-store.ts';
import type { SetView } from '../../rendered/set-view.ts';
import type { PolicyCompiler } from '../policy-compiler.ts';
import type { Violation } from '../rego/policy-program.ts';
import { refusedBySchema } from './refused-by-schema.ts';
import { askPolicies, type Answer, type Limits, type Question } from './ask-policies.ts';
import type { ClusterReview, Denial, Undecided } from './cluster-review.ts';
import { exclusionsOf } from './exclusions.ts';
import { fieldOfDetails } from './field-of-details.ts';
import { compileAll } from './policy.ts';
import { subjectsOf } from './policy-subject.ts';
import { policiesOf } from './read-cluster.ts';
import { questionsOf, type Asking } from './questions-of.ts';

/**
 * Reviews the objects of each cluster with the templates and constraints of the same cluster. What several clusters
 * have alike is compiled and evaluated once, and what an earlier run has evaluated not at all.
 */
export async function reviewClusters(
  view: SetView,
  compiler: PolicyCompiler,
  results: ResultStore | undefined,
  limits: Limits,
): Promise<readonly ClusterReview[]> {
  const namespaceOfUnit = new Map(view.units.map(({ name, namespace }) => [name, namespace]));
  const read = [...view.views.values()].map((cluster) => {
    const subjects = subjectsOf(cluster, (unit) => namespaceOfUnit.get(unit));
    return { cluster, subjects, policies: policiesOf(subjects) };
  });
  const refused = await refusedBySchema(
    read.flatMap(({ policies }) => policies.constraints),
    results,
  );
  const sources = read.flatMap(({ policies }) =>
    policies.templates.flatMap((template) => (template.read.use === 'rego' ? [template.read.source] : [])),
  );
  const compilation = await compileAll(sources, compiler);
  const asked = read.map(({ cluster, subjects, policies }) => {
    const exclusions = exclusionsOf(cluster);
    const constraints = policies.constraints.filter((constraint) => !refused.has(constraint));
    const askings = questionsOf(cluster, constraints, subjects, compilation, exclusions);
    return { cluster, policies, exclusions, subjects, ...askings };
  });
  const answers = await answersTo(
    asked.flatMap(({ askings }) => askings),
    results,
    limits,
  );
  return asked.map(({ cluster, policies, exclusions, subjects, askings, undecided }) => ({
    ...policies,
    cluster,
    compilation,
    exclusions,
    refused,
    reviewed: subjects.length,
    ...judge(askings, undecided, answers),
  }));
}

/** The answers of earlier runs, and those that are missing. */
async function answersTo(
  askings: readonly Asking[],
  results: ResultStore | undefined,
  limits: Limits,
): Promise<ReadonlyMap<string, Answer>> {
  const answers = new Map<string, Answer>();
  const waiting = new Map<string, Question>();
  for (const { key, question } of askings) {
    if (answers.has(key) || waiting.has(key)) continue;
    const known = results?.get(key) as readonly Violation[] | undefined;
    if (known === undefined) waiting.set(key, question);
    else answers.set(key, { violations: known });
  }
  for (const [key, answer] of await askPolicies(waiting, limits)) {
    answers.set(key, answer);
    // A reason may have passed by the next run (a busy machine), so it is not kept.
    if ('violations' in answer) results?.put(key, answer.violations);
  }
  return answers;
}

function judge(
  askings: readonly Asking[],
  undecided: readonly Undecided[],
  answers: ReadonlyMap<string, Answer>,
): { readonly denials: readonly Denial[]; readonly undecided: readonly Undecided[] } {
  const denials: Denial[] = [];
  const all = [...undecided];
  for (const { key, constraint, subject } of askings) {
    const answer = answers.get(key) ?? { reason: 'it was not asked' };
    if ('reason' in answer) {
      all.push({ constraint, located: subject.located, reason: answer.reason });
      continue;
    }
    for (const { msg, details } of answer.violations) {
      const field = fieldOfDetails(details, subject.located.object);
      denials.push({ constraint, subject, msg, ...(field === undefined ? {} : { field }) });
    }
  }
  return { denials, undecided: all };
}
