import { defineObject } from '@seatrial/compiler';
import type { INamespace } from 'kubernetes-models/v1/Namespace';

type PodSecurity = 'restricted' | 'baseline' | 'privileged';

/** A namespace with the Pod Security profile that its pods can hold. */
export function namespace(podSecurity: PodSecurity, labels: Record<string, string> = {}) {
  return defineObject<INamespace>({
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: {
      labels: { 'pod-security.kubernetes.io/enforce': podSecurity, ...labels },
      // A namespace takes everything in it along: only a person deletes one.
      annotations: { 'argocd.argoproj.io/sync-options': 'Prune=false,Delete=false' },
    },
  });
}
