/** What kwok makes of objects of one kind: https://kwok.sigs.k8s.io/docs/user/stages-configuration/. */
export interface Stage {
  readonly apiVersion: 'kwok.x-k8s.io/v1alpha1';
  readonly kind: 'Stage';
  readonly metadata: { readonly name: string };
  readonly spec: StageSpec;
}

export interface StageSpec {
  readonly resourceRef: { readonly apiGroup: string; readonly kind: string };
  readonly selector: { readonly matchExpressions: readonly MatchExpression[] };
  readonly delay?: { readonly durationMilliseconds: number };
  readonly next?: { readonly statusTemplate: string };
  readonly steps?: readonly unknown[];
}

export type MatchExpression =
  | { readonly cel: { readonly expression: string } }
  | { readonly key: string; readonly operator: 'Exists' | 'DoesNotExist' }
  | { readonly key: string; readonly operator: 'In' | 'NotIn'; readonly values: readonly string[] };

/** Nobody has deleted it. */
export const lives = { key: '.metadata.deletionTimestamp', operator: 'DoesNotExist' } as const;

export const isPhase = (...values: string[]): MatchExpression => ({
  key: '.status.phase',
  operator: 'In',
  values,
});

export function stage(name: string, spec: StageSpec): Stage {
  return { apiVersion: 'kwok.x-k8s.io/v1alpha1', kind: 'Stage', metadata: { name }, spec };
}
