/** Where Kubernetes' own validation and these rules differ on purpose. */
export interface KnownDifference {
  readonly kind: string;
  /** The title of a mutation. */
  readonly mutation: string;
  /** Who takes the object. */
  readonly taken: 'by Kubernetes only' | 'by these rules only';
  readonly reason: string;
}

const generatedName =
  'An API server makes up a name for a LimitRange without one; but every engine applies objects by their names, and refuses it.';

export const knownDifferences: readonly KnownDifference[] = [
  {
    kind: 'LimitRange',
    mutation: 'drop /metadata/name',
    taken: 'by Kubernetes only',
    reason: generatedName,
  },
  {
    kind: 'LimitRange',
    mutation: 'empty /metadata/name',
    taken: 'by Kubernetes only',
    reason: generatedName,
  },
];
