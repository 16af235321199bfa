import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'yaml';
import type { ClusterConnection } from '../../argo-cd/argo-cd-objects.ts';
import type { Kubernetes } from '../../kubernetes/kubernetes.ts';
import { openKubernetes } from '../../kubernetes/open-kubernetes.ts';
import type { ClusterRequest } from '../../lab/lab.ts';
import { RequestError } from '../../run/outcome-errors.ts';
import type { Run } from '../../run/run.ts';
import type { Contexts } from './contexts-file.ts';
import { signIn } from './sign-in.ts';

/** A cluster of somebody's, seen as the person of its context. Nothing is written yet. */
export interface ExistingCluster {
  readonly request: ClusterRequest;
  readonly context: string;
  readonly server: string;
  /** Certificate authority in base64; absent: one that this machine knows. */
  readonly ca?: string;
  /** The API server's own word: `1.34.4`. */
  readonly version: string;
  readonly kubernetes: Kubernetes;
}

/** @throws RequestError where there is no such context, Infrastructure where it gives no answer */
export async function openExistingCluster(
  run: Run,
  request: ClusterRequest,
  { kubeconfig, contexts }: Contexts,
): Promise<ExistingCluster> {
  const context = contexts.get(request.name) ?? '';
  const { KubeConfig, VersionApi } = await import('@kubernetes/client-node');
  const config = new KubeConfig();
  try {
    config.loadFromFile(kubeconfig);
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    throw new RequestError(
      `The kubeconfig ${kubeconfig} cannot be read (${cause}): name another one as \`kubeconfig\` in the file of contexts.`,
      { cause: error },
    );
  }
  if (config.getContextObject(context) === null) {
    const known = config.contexts.map(({ name }) => name).join(', ');
    throw new RequestError(
      `${kubeconfig} has no context ${context} for ${request.name}: it has ${known || 'none'}.`,
    );
  }
  config.setCurrentContext(context);
  const cluster = config.getCurrentCluster();
  const ca = cluster?.caData ?? (cluster?.caFile === undefined ? undefined : await base64Of(cluster.caFile));
  const kubernetes = await openKubernetes(request.name, { kubeconfig, context }, run);
  if (!(await kubernetes.isReady(10_000))) {
    throw new RequestError(
      `The API server of the context ${context} is not ready, or does not let you in: see \`kubectl --context ${context} get --raw=/readyz\`.`,
    );
  }
  const { gitVersion } = await config.makeApiClient(VersionApi).getCode();
  return {
    request,
    context,
    server: cluster?.server ?? '',
    ...(ca === undefined ? {} : { ca }),
    version: gitVersion.replace(/^v/, ''),
    kubernetes,
  };
}

const base64Of = async (file: string): Promise<string> => (await readFile(file)).toString('base64');

/** How Argo CD and operators come to the cluster from now on: as an account of the rehearsal's own. */
export interface SignedIn {
  readonly kubeconfig: string;
  readonly connection: ClusterConnection;
}

/** Writes to the cluster for the first time. */
export async function signInTo(
  run: Run,
  { request, server, ca, kubernetes }: ExistingCluster,
): Promise<SignedIn> {
  const { name } = request;
  const token = await signIn(kubernetes, run);
  const kubeconfig = join(run.folder, `${name}.kubeconfig`);
  const authority = ca === undefined ? {} : { 'certificate-authority-data': ca };
  await writeFile(
    kubeconfig,
    stringify({
      apiVersion: 'v1',
      kind: 'Config',
      'current-context': name,
      clusters: [{ name, cluster: { server, ...authority } }],
      users: [{ name, user: { token } }],
      contexts: [{ name, context: { cluster: name, user: name } }],
    }),
    { mode: 0o600 },
  );
  return {
    kubeconfig,
    connection: {
      server,
      bearerToken: token,
      tlsClientConfig: { insecure: false, ...(ca === undefined ? {} : { caData: ca }) },
    },
  };
}
