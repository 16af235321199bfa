/** A program that a rehearsal starts. Kubernetes' own are named with the minor version: `kube-apiserver-1.29`. */
export type ProgramName =
  | `kube-apiserver-${string}`
  | `kube-controller-manager-${string}`
  | `kube-scheduler-${string}`
  | 'etcd'
  | 'kwok'
  | 'argocd'
  | 'miniredis'
  | 'gatekeeper'
  | 'external-secrets'
  | 'probe'
  | 'kustomize'
  | 'helm';

/** Where programs are. Whoever starts a rehearsal has prepared them. */
export interface Programs {
  /** Absolute path. Throws where the program is not prepared. */
  path(name: ProgramName): string;
  /** The version inside, as people know it, without the leading `v`: `3.4.2`. */
  version(name: ProgramName): string;
  /** Kubernetes minor versions whose control plane can be started, oldest first: `['1.29', '1.34']`. */
  readonly kubernetes: readonly string[];
  /** Absolute path of a folder of a program's own files: Argo CD's and Gatekeeper's definitions, kwok's stages. */
  files(name: 'argocd' | 'gatekeeper' | 'external-secrets' | 'kwok'): string;
}
