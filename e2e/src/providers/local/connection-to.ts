import type { ClusterConnection } from '../../argo-cd/argo-cd-objects.ts';
import type { OpenCluster } from './open-cluster.ts';

/** By its proxy, as an administrator. */
export function connectionTo({ files, plan }: OpenCluster): ClusterConnection {
  const { server, ca, cert, key } = files.access(plan.ports.proxy);
  const base64 = (text: string): string => Buffer.from(text).toString('base64');
  return {
    server,
    tlsClientConfig: { insecure: false, caData: base64(ca), certData: base64(cert), keyData: base64(key) },
  };
}
