import { randomBytes } from 'node:crypto';
import type { KubernetesObject } from '@seatrial/compiler';
import type { ArgoCdRequest } from '../lab/lab.ts';

/** Argo CD's server makes it where that runs. */
export function defaultProject(namespace: string): KubernetesObject {
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'AppProject',
    metadata: { name: 'default', namespace },
    spec: {
      sourceRepos: ['*'],
      destinations: [{ namespace: '*', server: '*' }],
      clusterResourceWhitelist: [{ group: '*', kind: '*' }],
    },
  };
}

/**
 * An object of Argo CD's installation; its Secret with what the server puts into it where that runs. Without the key no
 * other component takes notice of a changed setting: it logs `server.secretkey is missing`, and goes on with the old ones.
 */
export function withServerKey(object: KubernetesObject): KubernetesObject {
  if (object.kind !== 'Secret' || object.metadata.name !== 'argocd-secret') return object;
  return { ...object, stringData: { 'server.secretkey': randomBytes(32).toString('base64') } };
}

/** How Argo CD reaches a cluster, and as whom: by a token, or by a certificate. Certificates and key in base64. */
export interface ClusterConnection {
  readonly server: string;
  readonly bearerToken?: string;
  readonly tlsClientConfig: {
    readonly insecure: boolean;
    readonly serverName?: string;
    readonly caData?: string;
    readonly certData?: string;
    readonly keyData?: string;
  };
}

/**
 * Registers a cluster, as an administrator: `argocd cluster add` makes nothing less. Format:
 * https://argo-cd.readthedocs.io/en/stable/operator-manual/declarative-setup/#clusters
 */
export function clusterSecret(
  namespace: string,
  { name, labels }: ArgoCdRequest['manages'][number],
  { server, ...config }: ClusterConnection,
): KubernetesObject {
  return {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: {
      name: `cluster-${name}`,
      namespace,
      labels: { ...labels, 'argocd.argoproj.io/secret-type': 'cluster' },
    },
    stringData: { name, server, config: JSON.stringify(config) },
  };
}
