import { credentialsOf } from '../../src/kubernetes/access.ts';
import { openApiConnection } from '../../src/kubernetes/api-connection.ts';

/** What every cluster writes all the time, by itself. */
const passing = new Set(['Event', 'Lease', 'ComponentStatus']);

interface Listed {
  readonly groupVersion: string;
  readonly resources: readonly {
    readonly name: string;
    readonly kind: string;
    readonly verbs: readonly string[];
  }[];
}

/** Every object of a cluster: `kind namespace/name uid`, sorted. */
export async function everythingIn(kubeconfig: string, context: string): Promise<string[]> {
  const connection = openApiConnection(context, await credentialsOf({ kubeconfig, context }), 10_000);
  const read = async <Answer>(path: string): Promise<Answer> =>
    (await connection.send({ method: 'GET', path })) as Answer;
  try {
    const { groups } = await read<{ groups: { preferredVersion: { groupVersion: string } }[] }>('/apis');
    const paths = [
      '/api/v1',
      ...groups.map(({ preferredVersion }) => `/apis/${preferredVersion.groupVersion}`),
    ];
    const found: string[] = [];
    for (const path of paths) {
      for (const { name, kind, verbs } of (await read<Listed>(path)).resources) {
        if (name.includes('/') || !verbs.includes('list') || passing.has(kind)) continue;
        const { items } = await read<{ items: { metadata: Record<string, string> }[] | null }>(
          `${path}/${name}`,
        );
        for (const { metadata } of items ?? [])
          found.push(`${path} ${kind} ${metadata['namespace'] ?? ''}/${metadata['name']} ${metadata['uid']}`);
      }
    }
    return found.sort();
  } finally {
    connection.close();
  }
}
