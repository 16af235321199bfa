import type { KubernetesObject } from '@seatrial/compiler';
import type { Kubernetes } from '../../kubernetes/kubernetes.ts';
import type { Run } from '../../run/run.ts';
import { wait } from '../../run/wait.ts';

/** Where the account of a rehearsal lives; every cluster has it. */
const namespace = 'kube-system';

/** Names of what a rehearsal makes on a cluster for itself. */
export const accountName = (run: Pick<Run, 'id'>): string => `seatrial-${run.id}`;

/**
 * Makes an account of the rehearsal's own, as `argocd cluster add` does, and gives its token: Argo CD cannot use a person's
 * sign-in. It is deleted with everything else.
 */
export async function signIn(kubernetes: Kubernetes, run: Run): Promise<string> {
  const name = accountName(run);
  for (const object of accountObjects(name)) await kubernetes.apply(object);
  return wait(run, {
    awaited: `${kubernetes.name} gives a token to the account of the rehearsal`,
    within: 30,
    async look() {
      const secret = await kubernetes.get({ apiVersion: 'v1', kind: 'Secret', namespace, name });
      const { token } = (secret?.['data'] ?? {}) as { token?: string };
      return token === undefined
        ? { met: false, seen: 'a Secret without a token' }
        : { met: true, value: Buffer.from(token, 'base64').toString() };
    },
  });
}

function accountObjects(name: string): KubernetesObject[] {
  return [
    { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name, namespace } },
    {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'ClusterRoleBinding',
      metadata: { name },
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'cluster-admin' },
      subjects: [{ kind: 'ServiceAccount', name, namespace }],
    },
    {
      apiVersion: 'v1',
      kind: 'Secret',
      type: 'kubernetes.io/service-account-token',
      metadata: { name, namespace, annotations: { 'kubernetes.io/service-account.name': name } },
    },
  ];
}
