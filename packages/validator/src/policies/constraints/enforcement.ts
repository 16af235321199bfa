import type { Severity } from '@seatrial/compiler';
import { fieldAt, listAt, textAt } from '../../json/fields.ts';

/** What Gatekeeper does about a violation. */
export type Action = 'deny' | 'warn' | 'dryrun';

/** Where Gatekeeper looks at objects: at admission, in its audit, and in continuous integration. */
const points = ['validation.gatekeeper.sh', 'audit.gatekeeper.sh', 'gator.gatekeeper.sh'] as const;
export type EnforcementPoint = (typeof points)[number];

/** What a constraint asks for at each point; no actions: it is not looked at there. */
export type Enforcement = Readonly<Record<EnforcementPoint, readonly Action[]>>;

export const actions: readonly string[] = ['deny', 'warn', 'dryrun'] satisfies readonly Action[];

/** Points that the actions of a constraint may name; only VAP means nothing for a policy in Rego. */
export const knownPoints: readonly string[] = [...points, 'vap.k8s.io', '*'];

/** Source: Gatekeeper's documentation, "Enforcement points in Gatekeeper". A constraint must be well formed. */
export function enforcementOf(constraint: unknown): Enforcement {
  const action = textAt(constraint, 'spec', 'enforcementAction') || 'deny';
  const at = (point: EnforcementPoint): readonly Action[] =>
    action === 'scoped' ? scopedActions(constraint, point) : [action as Action];
  return {
    'validation.gatekeeper.sh': at('validation.gatekeeper.sh'),
    'audit.gatekeeper.sh': at('audit.gatekeeper.sh'),
    'gator.gatekeeper.sh': at('gator.gatekeeper.sh'),
  };
}

function scopedActions(constraint: unknown, point: EnforcementPoint): readonly Action[] {
  const found = listAt(constraint, 'spec', 'scopedEnforcementActions').flatMap((entry) => {
    const names = new Set(listAt(entry, 'enforcementPoints').map((one) => fieldAt(one, 'name')));
    return names.has('*') || names.has(point) ? [textAt(entry, 'action') as Action] : [];
  });
  return [...new Set(found)];
}

/** One action wherever there is any; empty: the enforcement as it is. Source: OverrideEnforcementAction of Gatekeeper. */
export function insteadOf(enforcement: Enforcement, action: string): Enforcement {
  if (action === '') return enforcement;
  const known = actions.includes(action) ? [action as Action] : [];
  const at = (point: EnforcementPoint): readonly Action[] => (enforcement[point].length === 0 ? [] : known);
  return {
    'validation.gatekeeper.sh': at('validation.gatekeeper.sh'),
    'audit.gatekeeper.sh': at('audit.gatekeeper.sh'),
    'gator.gatekeeper.sh': at('gator.gatekeeper.sh'),
  };
}

/**
 * How bad a violation is: the worst that happens at any point. The audit refuses nothing, so there `deny` is a report.
 * Undefined: the constraint is looked at nowhere.
 */
export function severityOf(enforcement: Enforcement): Severity | undefined {
  const refusing = [...enforcement['validation.gatekeeper.sh'], ...enforcement['gator.gatekeeper.sh']];
  if (refusing.includes('deny')) return 'error';
  const all = [...refusing, ...enforcement['audit.gatekeeper.sh']];
  if (all.includes('warn') || all.includes('deny')) return 'warning';
  return all.length > 0 ? 'info' : undefined;
}
