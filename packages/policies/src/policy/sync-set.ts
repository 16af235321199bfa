import type { ReferencedKind, ShippedPolicy } from './policy.ts';

/**
 * The `SyncSet` that makes Gatekeeper replicate what these policies look up. Without it a policy that compares objects
 * sees none but the one under review.
 */
export function syncSet(policies: readonly ShippedPolicy[]): SyncSet {
  const kinds = new Map(
    policies
      .flatMap(({ references }) => references)
      .map(({ group, version, kind }) => [`${group}/${version}/${kind}`, { group, version, kind }]),
  );
  return {
    apiVersion: 'syncset.gatekeeper.sh/v1alpha1',
    kind: 'SyncSet',
    spec: { gvks: [...kinds.values()] },
  };
}

export type SyncSet = {
  readonly apiVersion: 'syncset.gatekeeper.sh/v1alpha1';
  readonly kind: 'SyncSet';
  readonly spec: { readonly gvks: readonly ReferencedKind[] };
};
