import { fieldAt, listAt, textAt } from '../../json/fields.ts';
import type { ClusterView } from '../../rendered/cluster-view.ts';
import { findIn } from './find-in.ts';
import { namespaceOf } from './identity.ts';
import { perCluster } from './per-cluster.ts';
import type { Pods } from './pods-of.ts';

/** Whether the ServiceAccount of some pods may change pods: then they may label themselves, as Vault and Patroni do. */
export function mayLabelItsPods(cluster: ClusterView, { namespace, serviceAccount }: Pods): boolean {
  return writersOf(cluster).has(`${namespace ?? ''} ${serviceAccount}`);
}

const rbac = 'rbac.authorization.k8s.io';

const writersOf = perCluster((cluster) => {
  const writers = new Set<string>();
  for (const kind of ['RoleBinding', 'ClusterRoleBinding'])
    for (const binding of cluster.ofKind(rbac, kind)) {
      const roleKind = textAt(binding.object, 'roleRef', 'kind') ?? '';
      const roleName = textAt(binding.object, 'roleRef', 'name') ?? '';
      const scope = roleKind === 'Role' ? namespaceOf(binding) : undefined;
      const role = findIn(cluster, rbac, roleKind, scope, roleName);
      const isAdmin = ['cluster-admin', 'admin', 'edit'].includes(roleName);
      if (!isAdmin && !listAt(role?.object, 'rules').some(changesPods)) continue;
      for (const subject of listAt(binding.object, 'subjects'))
        if (textAt(subject, 'kind') === 'ServiceAccount')
          writers.add(
            `${textAt(subject, 'namespace') ?? namespaceOf(binding) ?? ''} ${textAt(subject, 'name') ?? ''}`,
          );
    }
  return writers;
});

function changesPods(rule: unknown): boolean {
  const has = (field: string, wanted: readonly string[]): boolean =>
    listAt(fieldAt(rule, field)).some((one) => wanted.includes(String(one)));
  return has('resources', ['pods', '*']) && has('verbs', ['patch', 'update', '*']);
}
