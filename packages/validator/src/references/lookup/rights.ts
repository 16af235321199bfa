import { listAt, textAt } from '../../json/fields.ts';
import type { ClusterView } from '../../rendered/cluster-view.ts';
import { findIn } from './find-in.ts';
import { namespaceOf } from './identity.ts';
import { perCluster } from './per-cluster.ts';
import type { Pods } from './pods-of.ts';

/**
 * Whether the ServiceAccount of some pods may do this to objects of their own namespace. What runs in them may then
 * label its own pods (Vault, Patroni), or make the Secret that others wait for (Argo CD, KEDA).
 */
export function mayDo(
  cluster: ClusterView,
  { namespace, serviceAccount }: Pods,
  verbs: readonly string[],
  resource: string,
): boolean {
  const rules = rulesOf(cluster).get(`${namespace ?? ''} ${serviceAccount}`) ?? [];
  return rules.some((rule) => has(rule, 'resources', [resource]) && has(rule, 'verbs', verbs));
}

function has(rule: unknown, field: string, wanted: readonly string[]): boolean {
  return listAt(rule, field).some((one) => one === '*' || (typeof one === 'string' && wanted.includes(one)));
}

const rbac = 'rbac.authorization.k8s.io';

/** Rules by the namespace and name of the ServiceAccount that has them, there or everywhere. */
const rulesOf = perCluster((cluster) => {
  const rules = new Map<string, unknown[]>();
  for (const kind of ['RoleBinding', 'ClusterRoleBinding'])
    for (const binding of cluster.ofKind(rbac, kind)) {
      const granted = rulesGranted(cluster, binding.object, namespaceOf(binding));
      for (const subject of listAt(binding.object, 'subjects')) {
        if (textAt(subject, 'kind') !== 'ServiceAccount') continue;
        const namespace = textAt(subject, 'namespace') ?? namespaceOf(binding);
        if (kind === 'RoleBinding' && namespace !== namespaceOf(binding)) continue;
        const key = `${namespace ?? ''} ${textAt(subject, 'name') ?? ''}`;
        rules.set(key, [...(rules.get(key) ?? []), ...granted]);
      }
    }
  return rules;
});

function rulesGranted(
  cluster: ClusterView,
  binding: unknown,
  namespace: string | undefined,
): readonly unknown[] {
  const kind = textAt(binding, 'roleRef', 'kind') ?? '';
  const name = textAt(binding, 'roleRef', 'name') ?? '';
  if (kind === 'ClusterRole' && ['admin', 'cluster-admin', 'edit'].includes(name))
    return [{ resources: ['*'], verbs: ['*'] }];
  const role = findIn(cluster, rbac, kind, kind === 'Role' ? namespace : undefined, name);
  return listAt(role?.object, 'rules');
}
