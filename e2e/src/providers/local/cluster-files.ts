import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'yaml';
import type { Access } from '../../kubernetes/access.ts';
import { newAuthority, newSigningKeys, type Authority, type KeyPair } from '../../pki/authority.ts';

/** What the processes of one cluster read, and who may do what with it. */
export interface ClusterFiles {
  readonly folder: string;
  /** Paths of PEM files. */
  readonly paths: Readonly<Record<ClusterFile, string>>;
  /** Path of an administrator's kubeconfig that goes straight to the API server: for its components and for people. */
  readonly kubeconfig: string;
  readonly authority: Authority;
  readonly administrator: KeyPair;
  /** An administrator's way to the API server by a port of this machine. */
  access(port: number): Extract<Access, { server: string }>;
}

type ClusterFile =
  'ca' | 'certificate' | 'key' | 'proxyCertificate' | 'proxyKey' | 'signingKey' | 'verifyingKey';

/** Makes the certificates of one cluster, and writes them into a folder of its own. `port` is its API server's. */
export async function writeClusterFiles(name: string, folder: string, port: number): Promise<ClusterFiles> {
  const authority = await newAuthority(`seatrial ${name}`);
  const [server, proxy, administrator, signing] = await Promise.all([
    authority.server({
      name: 'kube-apiserver',
      addresses: ['127.0.0.1', '10.0.0.1'],
      names: ['localhost', 'kubernetes', 'kubernetes.default', 'kubernetes.default.svc'],
    }),
    authority.client({ name: 'front-proxy-client' }),
    authority.client({ name: 'seatrial', groups: ['system:masters'] }),
    newSigningKeys(),
  ]);
  const access = (port: number): Extract<Access, { server: string }> => ({
    server: `https://127.0.0.1:${port}`,
    ca: authority.certificate,
    cert: administrator.certificate,
    key: administrator.key,
  });
  const texts: Record<ClusterFile, string> = {
    ca: authority.certificate,
    certificate: server.certificate,
    key: server.key,
    proxyCertificate: proxy.certificate,
    proxyKey: proxy.key,
    signingKey: signing.privateKey,
    verifyingKey: signing.publicKey,
  };
  await mkdir(folder, { recursive: true });
  const written = await Promise.all(
    Object.entries(texts).map(async ([file, text]) => {
      const path = join(folder, `${file}.pem`);
      await writeFile(path, text, { mode: 0o600 });
      return [file, path] as const;
    }),
  );
  const kubeconfig = join(folder, 'kubeconfig.yaml');
  await writeFile(kubeconfig, kubeconfigOf(name, access(port)), { mode: 0o600 });
  const paths = Object.fromEntries(written) as Record<ClusterFile, string>;
  return { folder, paths, kubeconfig, authority, administrator, access };
}

/** A kubeconfig with one context, named after the cluster. */
export function kubeconfigOf(
  name: string,
  { server, ca, cert, key }: Extract<Access, { server: string }>,
): string {
  const base64 = (text: string): string => Buffer.from(text).toString('base64');
  return stringify({
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [{ name, cluster: { server, 'certificate-authority-data': base64(ca) } }],
    users: [{ name, user: { 'client-certificate-data': base64(cert), 'client-key-data': base64(key) } }],
    contexts: [{ name, context: { cluster: name, user: name } }],
    'current-context': name,
  });
}
