import type { ClusterCheck } from '../check/check.ts';
import { listAt, textAt } from '../json/fields.ts';
import { checkThere } from './lookup/check-there.ts';
import { namespaceOf } from './lookup/identity.ts';
import { perCluster } from './lookup/per-cluster.ts';
import type { ClusterView } from '../rendered/cluster-view.ts';

export const aSubjectIsThere: ClusterCheck = {
  rule: 'The ServiceAccounts that a binding grants a role to are there',
  explanation: {
    code: 'SEA3420',
    title: 'A role is granted to a ServiceAccount that is not there',
    meaning:
      'A RoleBinding or ClusterRoleBinding names a ServiceAccount that does not exist in that namespace. Whoever was meant does not have the role, ' +
      'and whoever may make a ServiceAccount of that name gets it. In a namespace of which nothing is known it is a warning. Users and groups are not objects of the cluster, so they are not checked.',
    fix: 'Correct the name or the namespace of the subject: kustomize and Helm change one without the other.',
  },
  run(cluster, say) {
    for (const bindingKind of ['RoleBinding', 'ClusterRoleBinding'])
      for (const by of cluster.ofKind('rbac.authorization.k8s.io', bindingKind))
        for (const [index, subject] of listAt(by.object, 'subjects').entries()) {
          const name = textAt(subject, 'name');
          if (textAt(subject, 'kind') !== 'ServiceAccount' || !name || name === 'default') continue;
          const named = textAt(subject, 'namespace');
          // Without a namespace the API server refuses the subject of a ClusterRoleBinding: not for this check to say.
          if (!named && bindingKind === 'ClusterRoleBinding') continue;
          checkThere(cluster, say, {
            by,
            field: `/subjects/${index}/name`,
            group: '',
            kind: 'ServiceAccount',
            namespace: named || namespaceOf(by),
            name,
            ...(isKnown(cluster, named || namespaceOf(by)) ? {} : { severity: 'warning' as const }),
            verb: 'grants a role to',
            hint: 'Add the ServiceAccount, or correct its name and namespace.',
          });
        }
  },
};

/** A namespace with other objects: what is not among them is missing, not only kept elsewhere. */
const isKnown = (cluster: ClusterView, namespace: string | undefined): boolean =>
  namespace === undefined || namespacesOf(cluster).has(namespace);

const namespacesOf = perCluster(({ objects }) => new Set(objects.map(namespaceOf)));
