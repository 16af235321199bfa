/** What the verdict on an object depends on besides the object. */
export interface AdmissionContext {
  /** The Kubernetes version of the cluster, for example `1.29.15`. */
  readonly kubernetes: string;
  /**
   * The schema of the object's kind, parsed; absent where none is known. The same value for every object of a kind:
   * what is found in it once is kept by identity.
   */
  readonly schema?: unknown;
  /** Length of the object's JSON text, in UTF-16 units, where somebody has it already: measuring costs as much as all rules. */
  readonly jsonLength?: number;
  /**
   * Whether the object is applied on the server's side (Flux always does, Argo CD on request): then a list that is a
   * map may hold no key twice, and no annotation carries the object a second time.
   */
  readonly serverSideApply?: boolean;
}

/** Whether a cluster has at least this minor version of Kubernetes 1. */
export function isAtLeast({ kubernetes }: AdmissionContext, minor: number): boolean {
  const found = /^1\.(\d+)/.exec(kubernetes)?.[1];
  return found !== undefined && Number(found) >= minor;
}
