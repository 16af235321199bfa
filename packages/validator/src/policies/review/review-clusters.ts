import type { ResultStore } from '../../check/result-store.ts';
import type { SetView } from '../../rendered/set-view.ts';
import type { ClusterView } from '../../rendered/cluster-view.ts';
import { expansionTemplates } from '../expansion/expansion-template.ts';
import { impliedSubjects } from '../expansion/implied-subjects.ts';
import { subjectOf } from '../match/subject.ts';
import { mutatorsOf } from '../mutation/mutators.ts';
import type { PolicyCompiler } from '../policy-compiler.ts';
import type { Violation } from '../rego/policy-program.ts';
import { refusedBySchema } from './refused-by-schema.ts';
import { askPolicies, type Answer, type Limits, type Question } from './ask-policies.ts';
import type { ClusterReview, Denial, Undecided } from './cluster-review.ts';
import { exclusionsOf, type Exclusions } from './exclusions.ts';
import { fieldOfDetails } from './field-of-details.ts';
import { namespacesOf } from './namespaces.ts';
import { compileAll } from './policy.ts';
import { subjectsOf, type PolicySubject } from './policy-subject.ts';
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
    const expansions = expansionTemplates(cluster.ofKind('expansion.gatekeeper.sh', 'ExpansionTemplate'));
    return { cluster, subjects, expansions, policies: policiesOf(subjects) };
  });
  const refused = await refusedBySchema(
    read.flatMap(({ policies }) => policies.constraints),
    results,
  );
  const sources = read.flatMap(({ policies }) =>
    policies.templates.flatMap((template) => (template.read.use === 'rego' ? [template.read.source] : [])),
  );
  const compilation = await compileAll(sources, compiler);
  const asked = read.map(({ cluster, subjects, expansions, policies }) => {
    const exclusions = exclusionsOf(cluster);
    const constraints = policies.constraints.filter((constraint) => !refused.has(constraint));
    const all = [...subjects, ...impliedSubjects(subjects, expansions)];
    const askings = questionsOf(cluster, constraints, all, compilation, exclusions);
    return { cluster, policies, exclusions, subjects, expansions, ...askings };
  });
  const answers = await answersTo(
    asked.flatMap(({ askings }) => askings),
    results,
    limits,
  );
  return asked.map(({ cluster, policies, exclusions, subjects, expansions, askings, undecided }) => ({
    ...policies,
    cluster,
    expansions,
    compilation,
    exclusions,
    refused,
    reviewed: subjects.length,
    ...judge(askings, undecided, answers, mutationOf(cluster, exclusions)),
  }));
}

/** What may change an object, or the one that it comes of, first. */
type Mutation = (subject: PolicySubject) => string | undefined;

function mutationOf(cluster: ClusterView, exclusions: Exclusions): Mutation {
  const mutators = mutatorsOf(cluster, exclusions);
  const { labels } = namespacesOf(cluster);
  return ({ subject, located, implied }) => {
    const parent = implied === undefined ? undefined : subjectOf(located.object, 'Original');
    return mutators(subject, labels) ?? (parent && mutators(parent, labels));
  };
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
  mutation: Mutation,
): { readonly denials: readonly Denial[]; readonly undecided: readonly Undecided[] } {
  const denials: Denial[] = [];
  const all = [...undecided];
  for (const { key, constraint, subject } of askings) {
    const answer = answers.get(key) ?? { reason: 'it was not asked' };
    if ('reason' in answer) {
      all.push({ constraint, located: subject.located, reason: answer.reason });
      continue;
    }
    // A mutation is there to mend what a policy would deny, so what it may mend is not denied for sure.
    const mutator = answer.violations.length === 0 ? undefined : mutation(subject);
    if (mutator !== undefined) {
      const reason = `the mutation ${mutator} may change the object first`;
      all.push({ constraint, located: subject.located, reason });
      continue;
    }
    for (const { msg, details } of answer.violations) {
      const field = fieldOfDetails(details, subject);
      denials.push({ constraint, subject, msg, ...(field === undefined ? {} : { field }) });
    }
  }
  return { denials, undecided: all };
}
