import type { RequestOptions } from 'node:https';

/** How to reach an API server and who asks there. */
export type Access =
  /** PEM texts. */
  | { readonly server: string; readonly ca: string; readonly cert: string; readonly key: string }
  /** A kubeconfig file; without `context` its current one. */
  | { readonly kubeconfig: string; readonly context?: string };

/** The same, settled. */
export interface Credentials {
  readonly server: URL;
  /** What a TLS connection is made with. */
  readonly tls: Pick<RequestOptions, 'ca' | 'cert' | 'key' | 'servername' | 'rejectUnauthorized'>;
  /** Asked before each request: a token of a kubeconfig's command or identity provider grows old. */
  readonly headers: () => Promise<Readonly<Record<string, string>>>;
}

/** @throws Error where the kubeconfig or its context cannot be read. */
export async function credentialsOf(access: Access): Promise<Credentials> {
  if ('server' in access) {
    const { server, ...tls } = access;
    return { server: new URL(server), tls, headers: () => Promise.resolve({}) };
  }
  // The client library takes over a second to load; who has certificates at hand goes without it.
  const { KubeConfig } = await import('@kubernetes/client-node');
  const config = new KubeConfig();
  config.loadFromFile(access.kubeconfig);
  if (access.context !== undefined) config.setCurrentContext(access.context);
  const cluster = config.getCurrentCluster();
  if (cluster === null) {
    throw new Error(
      `${access.kubeconfig} has no cluster for ${access.context === undefined ? 'its current context' : `a context ${access.context}`}: name one of ${config.contexts.map(({ name }) => name).join(', ') || 'its contexts (it has none)'}`,
    );
  }
  const options = async (): Promise<RequestOptions> => {
    const options: RequestOptions = {};
    await config.applyToHTTPSOptions(options);
    return options;
  };
  const { ca, cert, key, servername, rejectUnauthorized } = await options();
  return {
    server: new URL(cluster.server),
    tls: {
      ...(ca === undefined ? {} : { ca }),
      ...(cert === undefined ? {} : { cert }),
      ...(key === undefined ? {} : { key }),
      ...(servername === undefined ? {} : { servername }),
      ...(rejectUnauthorized === undefined ? {} : { rejectUnauthorized }),
    },
    headers: async () => headersOf(await options()),
  };
}

function headersOf({ headers, auth }: RequestOptions): Record<string, string> {
  return {
    ...Object.fromEntries(Object.entries(headers ?? {}).map(([name, value]) => [name, String(value)])),
    ...(typeof auth === 'string' ? { authorization: `Basic ${Buffer.from(auth).toString('base64')}` } : {}),
  };
}
