import type { KindRef, ObjectRef } from '../../kubernetes/kubernetes.ts';

/** What a rehearsal puts onto clusters that are not its own, to be taken away at the end. None of it was there before. */
export interface Traces {
  /** Name of the rehearsal's account on each. */
  readonly account: string;
  readonly clusters: readonly ClusterTraces[];
}

export interface ClusterTraces {
  /** Of the cluster, in the fleet. */
  readonly name: string;
  /** The person's way in: the rehearsal's own account is a trace itself. */
  readonly access: { readonly kubeconfig: string; readonly context: string };
  readonly namespaces: readonly string[];
  /** API groups whose definitions are deleted. */
  readonly groups: readonly string[];
  /** Objects of the fleet outside of the namespaces. */
  readonly shared: readonly ObjectRef[];
}

/** What proofs add outside of the namespaces is of these kinds; it carries the mark of one of the fleet's Applications. */
export function kindsOf({ shared }: ClusterTraces): readonly KindRef[] {
  const kinds = [
    { apiVersion: 'v1', kind: 'ConfigMap' },
    ...shared.map(({ apiVersion, kind }) => ({ apiVersion, kind })),
  ];
  return [...new Map(kinds.map((kind) => [`${kind.apiVersion}/${kind.kind}`, kind])).values()];
}
