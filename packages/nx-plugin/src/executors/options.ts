/** Options of a target, as the graph writes them. */
export interface TargetOptions {
  readonly fleet: string;
  /** Only the tree of this cluster. */
  readonly cluster?: string;
  /** Only what Argo CD itself is told. */
  readonly argoCd?: boolean;
}
