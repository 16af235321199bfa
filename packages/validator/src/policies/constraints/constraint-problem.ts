import { fieldAt, listAt, textAt } from '../../json/fields.ts';
import { appendPointer } from '../../json/json-pointer.ts';
import { selectorProblem } from '../match/label-selector.ts';
import type { Problem } from '../problem.ts';
import { actions, knownPoints } from './enforcement.ts';

/**
 * Why Gatekeeper would not take a constraint, beside its schema; undefined when it would.
 * Source: Gatekeeper 3.23.1, pkg/target/target.go (ValidateConstraint) and pkg/util/enforcement_action.go.
 */
export function constraintProblem(constraint: unknown): Problem | undefined {
  return nameProblem(constraint) ?? selectorsProblem(constraint) ?? actionProblem(constraint);
}

function nameProblem(constraint: unknown): Problem | undefined {
  if (textAt(constraint, 'metadata', 'name')) return undefined;
  return { field: '/metadata/name', what: 'It has no name', hint: 'Give it a name.' };
}

function selectorsProblem(constraint: unknown): Problem | undefined {
  for (const name of ['labelSelector', 'namespaceSelector']) {
    const problem = selectorProblem(fieldAt(constraint, 'spec', 'match', name));
    if (problem !== undefined)
      return {
        field: `/spec/match/${name}`,
        what: `Its ${name} is wrong: ${problem}`,
        hint: 'Correct the selector.',
      };
  }
  return undefined;
}

function actionProblem(constraint: unknown): Problem | undefined {
  const action = textAt(constraint, 'spec', 'enforcementAction') || 'deny';
  if (action !== 'scoped')
    return actions.includes(action)
      ? undefined
      : unknownAction('/spec/enforcementAction', action, [...actions, 'scoped']);
  const scoped = fieldAt(constraint, 'spec', 'scopedEnforcementActions');
  const field = '/spec/scopedEnforcementActions';
  if (!Array.isArray(scoped))
    return {
      field,
      what: 'Its enforcementAction is scoped, and it has no scopedEnforcementActions',
      hint: 'List the actions and their enforcement points, or set enforcementAction to deny, warn or dryrun.',
    };
  for (const [index, entry] of (scoped as unknown[]).entries()) {
    const at = appendPointer(field, index);
    const word = textAt(entry, 'action') ?? '';
    if (!actions.includes(word)) return unknownAction(`${at}/action`, word, actions);
    const names = listAt(entry, 'enforcementPoints').map((point) => textAt(point, 'name') ?? '');
    const unknown = names.find((name) => !knownPoints.includes(name));
    if (unknown !== undefined || names.length === 0)
      return {
        field: `${at}/enforcementPoints`,
        what:
          unknown === undefined
            ? 'One of its actions has no enforcement point'
            : `It names the enforcement point ${unknown}, which Gatekeeper does not know`,
        hint: `Use ${knownPoints.join(', ')}.`,
      };
  }
  return undefined;
}

function unknownAction(field: string, action: string, known: readonly string[]): Problem {
  return {
    field,
    what: `It has the action ${action || '(none)'}, which Gatekeeper does not know`,
    hint: `Use ${known.join(', ')}.`,
  };
}
