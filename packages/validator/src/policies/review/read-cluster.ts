import type { LocatedObject } from '../../rendered/located-object.ts';
import { fieldAt, textAt } from '../../json/fields.ts';
import { constraintProblem } from '../constraints/constraint-problem.ts';
import { parametersOf } from '../constraints/default-parameters.ts';
import { enforcementOf, type Enforcement } from '../constraints/enforcement.ts';
import { matcher, type Matcher } from '../match/matcher.ts';
import type { Problem } from '../problem.ts';
import type { PolicySubject } from './policy-subject.ts';
import { readTemplate, type ReadTemplate } from '../templates/read-template.ts';

/** A ConstraintTemplate of a cluster. */
export interface Template {
  readonly located: LocatedObject;
  readonly read: ReadTemplate;
}

/** A constraint of a cluster. */
export interface Constraint {
  readonly located: LocatedObject;
  readonly kind: string;
  readonly name: string;
  readonly problem: Problem | undefined;
  /** Undefined: the cluster has none for its kind. */
  readonly template: Template | undefined;
  readonly matches: Matcher;
  readonly enforcement: Enforcement;
  /** `spec.parameters` with the defaults of the template. */
  readonly parameters: unknown;
}

/** The templates and constraints of a cluster. */
export interface PoliciesOfCluster {
  readonly templates: readonly Template[];
  readonly constraints: readonly Constraint[];
}

export function policiesOf(subjects: readonly PolicySubject[]): PoliciesOfCluster {
  const ofGroup = (group: string): readonly LocatedObject[] =>
    subjects.flatMap(({ subject, located }) => (subject.group === group ? [located] : []));
  const templates = ofGroup('templates.gatekeeper.sh')
    .filter(({ object }) => object.kind === 'ConstraintTemplate')
    .map((located) => ({ located, read: readTemplate(located.object) }));
  const byKind = new Map(templates.map((template) => [template.read.kind, template]));
  const constraints = ofGroup('constraints.gatekeeper.sh').map((located) =>
    readConstraint(located, byKind.get(located.object.kind)),
  );
  return { templates, constraints };
}

function readConstraint(located: LocatedObject, template: Template | undefined): Constraint {
  const { object } = located;
  const schema = template?.read.use === 'rego' ? template.read.parameters : undefined;
  return {
    located,
    kind: object.kind,
    name: textAt(object, 'metadata', 'name') ?? '',
    problem: constraintProblem(object),
    template,
    matches: matcher(fieldAt(object, 'spec', 'match')),
    enforcement: enforcementOf(object),
    parameters: parametersOf(fieldAt(object, 'spec', 'parameters'), schema),
  };
}
