import type { ClusterCheck } from '../check/check.ts';
import { textAt } from '../json/fields.ts';
import { checkThere } from './lookup/check-there.ts';
import { namespaceOf } from './lookup/identity.ts';

export const aRoleIsThere: ClusterCheck = {
  rule: 'The role that a binding grants is there',
  explanation: {
    code: 'SEA3419',
    title: 'A binding grants a role that is not there',
    meaning:
      'A RoleBinding or ClusterRoleBinding names a Role or ClusterRole that does not exist, so it grants nothing. A Role is looked for in the namespace of its binding.',
    fix: 'Correct roleRef. It cannot be changed on a live binding: the binding has to be deleted and made anew.',
  },
  run(cluster, say) {
    for (const bindingKind of ['RoleBinding', 'ClusterRoleBinding'])
      for (const by of cluster.ofKind(rbac, bindingKind)) {
        const kind = textAt(by.object, 'roleRef', 'kind');
        const name = textAt(by.object, 'roleRef', 'name');
        if (!name || (kind !== 'Role' && kind !== 'ClusterRole')) continue;
        if (kind === 'ClusterRole' && isBuiltIn(name)) continue;
        checkThere(cluster, say, {
          by,
          field: '/roleRef/name',
          group: rbac,
          kind,
          namespace: kind === 'Role' ? namespaceOf(by) : undefined,
          name,
          verb: 'grants',
          hint: `Add the ${kind}, or grant one that there is.`,
        });
      }
  },
};

const rbac = 'rbac.authorization.k8s.io';

/** What every cluster has; a name with a colon is one that Kubernetes or a cloud keeps for itself (system:, eks:, gce:). */
const isBuiltIn = (name: string): boolean =>
  ['admin', 'cluster-admin', 'edit', 'view'].includes(name) || /^[a-z]+:/.test(name);
