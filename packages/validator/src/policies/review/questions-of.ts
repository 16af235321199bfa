import { contentOf } from '../../json/content.ts';
import { digestOf } from '../../json/digest.ts';
import type { ClusterView } from '../../rendered/cluster-view.ts';
import { severityOf } from '../constraints/enforcement.ts';
import type { Question } from './ask-policies.ts';
import type { Undecided } from './cluster-review.ts';
import type { Exclusions } from './exclusions.ts';
import { goJson } from './go-json.ts';
import { inventoryOf, type Inventory } from './inventory.ts';
import { namespacesOf, type Namespaces } from './namespaces.ts';
import type { Compilation, Policy } from './policy.ts';
import type { PolicySubject } from './policy-subject.ts';
import type { Constraint } from './read-cluster.ts';
import { reviewOf } from './review-input.ts';

/** A question of a cluster, and whom the answer concerns. */
export interface Asking {
  readonly constraint: Constraint;
  readonly subject: PolicySubject;
  /** Covers everything that the answer follows from. */
  readonly key: string;
  readonly question: Question;
}

/** The questions of a cluster, and what cannot be asked. */
export interface Askings {
  readonly askings: readonly Asking[];
  readonly undecided: readonly Undecided[];
}

/** Puts every object of a cluster, and what comes of it, to every constraint of the cluster that concerns it. */
export function questionsOf(
  cluster: ClusterView,
  constraints: readonly Constraint[],
  subjects: readonly PolicySubject[],
  compilation: Compilation,
  exclusions: Exclusions,
): Askings {
  const askings: Asking[] = [];
  const undecided: Undecided[] = [];
  const namespaces = namespacesOf(cluster);
  const synced = inventoryOf(
    subjects.filter(({ subject, implied }) => implied === undefined && !exclusions(subject, 'sync')),
  );
  for (const constraint of constraints) {
    const policy = policyOf(constraint, compilation);
    if (policy === undefined) continue;
    const ask = questionMaker(constraint, policy, namespaces, synced);
    for (const subject of subjects) {
      if (exclusions(subject.subject, 'webhook') && exclusions(subject.subject, 'audit')) continue;
      const matched = constraint.matches(subject.subject, namespaces.labels);
      if (matched === 'no') continue;
      const asked = matched === 'unknown' ? undefined : ask(subject);
      if (asked !== undefined) askings.push(asked);
      else {
        const reason = `the labels of the Namespace ${subject.subject.namespace} are not known`;
        undecided.push({ constraint, located: subject.located, reason });
      }
    }
  }
  return { askings, undecided };
}

/** The Rego of a constraint that is well formed, has a template that compiles, and is enforced somewhere. */
function policyOf(
  { problem, template, enforcement }: Constraint,
  compilation: Compilation,
): Policy | undefined {
  if (problem !== undefined || severityOf(enforcement) === undefined || template?.read.use !== 'rego')
    return undefined;
  const compiled = compilation(template.read.source);
  return 'message' in compiled ? undefined : compiled;
}

/** Undefined: the question hangs on a Namespace that is not known. */
function questionMaker(
  constraint: Constraint,
  policy: Policy,
  namespaces: Namespaces,
  inventoryFor: Inventory,
): (subject: PolicySubject) => Asking | undefined {
  const { inventory: kinds, namespaceObject: looksAtNamespace } = policy.compiled;
  const inventory = kinds.length === 0 ? undefined : inventoryFor(kinds);
  const parameters = contentOf({ parameters: constraint.parameters });
  const parametersField = goJson(parameters.json).slice(1, -1);
  const common = digestOf(`${policy.digest} ${parameters.digest} ${inventory?.digest ?? ''}`).slice(0, 32);
  return (subject) => {
    const { namespace } = subject.subject;
    const object = namespace === '' || !looksAtNamespace ? '{}' : namespaces.object(namespace);
    if (object === undefined) return undefined;
    return {
      constraint,
      subject,
      key: `${common}${contentKey(subject, object)}`,
      question: {
        policy,
        inventory,
        input: () =>
          `{"review":${reviewOf(subject.subject, subject.content.json, object)},${parametersField}}`,
        about: describe(subject),
      },
    };
  };
}

function contentKey(subject: PolicySubject, namespace: string): string {
  const { digest } = subject.content;
  return (namespace === '{}' ? digest : digestOf(`${digest} ${namespace}`)).slice(0, 32);
}

function describe({ subject: { kind, namespace, name } }: PolicySubject): string {
  return `${kind} ${namespace === '' ? name : `${namespace}/${name}`}`;
}
