/** What a rehearsal puts onto a cluster that is not its own, to be taken away at the end. None of it was there before. */
export interface Traces {
  /** Of the cluster, in the fleet. */
  readonly name: string;
  /** The person's way in: the rehearsal's own account is a trace itself. */
  readonly access: { readonly kubeconfig: string; readonly context: string };
  readonly account: string;
  readonly namespaces: readonly string[];
  /** API groups whose definitions are deleted. */
  readonly groups: readonly string[];
  /** Kinds whose objects are deleted where Argo CD tracks them. */
  readonly kinds: readonly { readonly apiVersion: string; readonly kind: string }[];
}
