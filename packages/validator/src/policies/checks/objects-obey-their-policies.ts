import type { Severity } from '@seatrial/compiler';
import type { Check } from '../../check/check.ts';
import { textAt } from '../../json/fields.ts';
import { placeOf } from '../../rendered/place-of.ts';
import { insteadOf, severityOf, type Enforcement } from '../constraints/enforcement.ts';
import type { ClusterReview, Denial } from '../review/cluster-review.ts';
import type { PolicySubject } from '../review/policy-subject.ts';
import type { Constraint } from '../review/read-cluster.ts';

export const objectsObeyTheirPolicies: Check<ClusterReview> = {
  rule: 'Objects obey the policies of their cluster',
  explanation: {
    code: 'SEA3301',
    title: 'A policy of the cluster objects to an object',
    meaning:
      'A Gatekeeper constraint that the cluster gets matches the object, and its template finds a violation. With the ' +
      'enforcement action deny (an error here) the cluster refuses the object, and its sync fails; with warn (a warning) ' +
      'the sync says so; with dryrun (an info) only the audit notes it.',
    fix: "Change the object as the policy's message says. Where the policy should not concern it, narrow the constraint's match.",
  },
  run(review, say) {
    const unseen = unseenOf(review);
    for (const denial of review.denials) {
      const severity = severityOfDenial(review, denial, unseen);
      if (severity === undefined) continue;
      const { constraint, subject, msg, field } = denial;
      say.wrong(placeOf(subject.located, field), {
        severity,
        sentence: `The policy ${titleOf(constraint)} ${verbs[severity]}${laterOf(subject)}: ${oneSentence(msg)}`,
        hint: hintOf(constraint),
      });
    }
    for (const { constraint, located, reason } of review.undecided)
      say.unknown(placeOf(located), `the policy ${titleOf(constraint)} could not be asked: ${reason}`);
    for (const constraint of review.constraints) {
      const reason =
        unaskedReason(constraint, review) ?? (readsInventory(constraint, review) ? unseen : undefined);
      if (reason !== undefined)
        say.unknown(
          placeOf(constraint.located),
          `the policy ${titleOf(constraint)} could not be asked: ${reason}`,
        );
    }
  },
};

const verbs: Readonly<Record<Severity, string>> = {
  error: 'denies it',
  warning: 'warns of it',
  info: 'would deny it',
};

/** `K8sRequiredLabels owner`. */
function titleOf({ kind, name }: Constraint): string {
  return `${name} (${kind})`;
}

/** What comes of an object is what is denied, when it comes: ` (its Pod, by the ExpansionTemplate pods)`. */
function laterOf({ subject, implied }: PolicySubject): string {
  return implied === undefined ? '' : ` (its ${subject.kind}, by the ExpansionTemplate ${implied.template})`;
}

/** An ExpansionTemplate may say what a violation of what it makes leads to, wherever the constraint is enforced at all. */
function enforcementFor({ implied }: PolicySubject, { enforcement }: Constraint): Enforcement {
  return implied === undefined ? enforcement : insteadOf(enforcement, implied.action);
}

/** What a policy cannot see of the cluster when it looks something up there, as a clause. */
function unseenOf({ cluster }: ClusterReview): string | undefined {
  const [unrendered] = cluster.unrendered;
  if (unrendered !== undefined) return `it looks up other objects, and ${unrendered.what} is not rendered`;
  return cluster.complete ? undefined : 'it looks up other objects, and only a part of the cluster is known';
}

/** A verdict on what is missing elsewhere is no error where not all is known. */
function severityOfDenial(
  review: ClusterReview,
  { constraint, subject }: Denial,
  unseen: string | undefined,
): Severity | undefined {
  const enforcement = enforcementFor(subject, constraint);
  const isOff = (process: 'webhook' | 'audit'): boolean => review.exclusions(subject.subject, process);
  const severity = severityOf({
    ...enforcement,
    ...(isOff('webhook') ? { 'validation.gatekeeper.sh': [], 'gator.gatekeeper.sh': [] } : {}),
    ...(isOff('audit') ? { 'audit.gatekeeper.sh': [] } : {}),
  });
  return severity === 'error' && unseen !== undefined && readsInventory(constraint, review)
    ? 'warning'
    : severity;
}

function readsInventory({ template }: Constraint, { compilation }: ClusterReview): boolean {
  if (template?.read.use !== 'rego') return false;
  const compiled = compilation(template.read.source);
  return 'compiled' in compiled && compiled.compiled.inventory.length > 0;
}

/** Why a constraint was put to no object, as a clause; undefined when it was. */
function unaskedReason(constraint: Constraint, { compilation, refused }: ClusterReview): string | undefined {
  const { problem, template } = constraint;
  if (problem !== undefined) return 'Gatekeeper would refuse the constraint';
  const refusal = refused.get(constraint);
  if (refusal?.unreadable !== undefined) return 'the schema of its template cannot be read';
  if (refusal !== undefined) return 'the constraint breaks the schema of its template';
  if (template === undefined) return 'its template is not known';
  const { read } = template;
  if (read.use === 'elsewhere') return read.reason;
  if (read.use === 'none' || 'message' in compilation(read.source))
    return 'Gatekeeper cannot use its template';
  return undefined;
}

/** Messages of policies run over lines and often lack a full stop. */
function oneSentence(message: string): string {
  const line = message.replace(/\s+/g, ' ').trim();
  return /[.!?]$/.test(line) ? line : `${line}.`;
}

/** What the template says of itself helps more than any word of ours. */
function hintOf({ template }: Constraint): string {
  const description = textAt(template?.located.object, 'metadata', 'annotations', 'description');
  return description === undefined
    ? "Change the object as the policy says, or narrow the constraint's match."
    : oneSentence(description);
}
