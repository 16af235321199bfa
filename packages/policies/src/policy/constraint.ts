import type { Match, MatchKinds } from './match.ts';

/** What a constraint does with an object that breaks the policy. */
export type EnforcementAction = 'deny' | 'warn' | 'dryrun';

/** What a fleet says of one constraint. Parameters must be there when the policy has one without a default. */
export type ConstraintSpec<Parameters> = {
  readonly match?: Match;
  /** `deny` by default. */
  readonly enforcementAction?: EnforcementAction;
} & (Record<never, never> extends Parameters
  ? { readonly parameters?: Parameters }
  : { readonly parameters: Parameters });

/** A Gatekeeper constraint. Its name is the key that it has in the fleet. */
export type Constraint = {
  readonly apiVersion: 'constraints.gatekeeper.sh/v1beta1';
  readonly kind: string;
  readonly spec: {
    readonly enforcementAction: EnforcementAction;
    readonly match: Match & { readonly kinds: readonly MatchKinds[] };
    readonly parameters?: object;
  };
};

/** The constraint object. `kinds` is what it looks at when `match` names no kinds. */
export function constraintOf<Parameters extends object>(
  kind: string,
  kinds: readonly MatchKinds[],
  { match, enforcementAction = 'deny', parameters }: ConstraintSpec<Parameters>,
): Constraint {
  return {
    apiVersion: 'constraints.gatekeeper.sh/v1beta1',
    kind,
    spec: {
      enforcementAction,
      match: { kinds, ...match },
      ...(parameters === undefined ? {} : { parameters }),
    },
  };
}
