import type { ClusterCheck } from '../check/check.ts';
import { listAt, textAt } from '../json/fields.ts';
import { placeOf } from '../rendered/place-of.ts';
import { called } from './lookup/identity.ts';

export const nobodyIsClusterAdmin: ClusterCheck = {
  rule: 'No ServiceAccount is cluster-admin',
  explanation: {
    code: 'SEA3423',
    title: 'A ServiceAccount is cluster-admin',
    meaning:
      'A ClusterRoleBinding grants cluster-admin to a ServiceAccount. Whoever gets into one of its pods owns the cluster.',
    fix: 'Grant a role with what is needed. Where it is everything (an engine that syncs any object), suppress the finding with the reason.',
  },
  run(cluster, say) {
    for (const by of cluster.ofKind('rbac.authorization.k8s.io', 'ClusterRoleBinding')) {
      if (textAt(by.object, 'roleRef', 'name') !== 'cluster-admin') continue;
      for (const [index, subject] of listAt(by.object, 'subjects').entries()) {
        if (textAt(subject, 'kind') !== 'ServiceAccount') continue;
        say.wrong(placeOf(by, `/subjects/${index}`), {
          severity: 'warning',
          sentence: `${called(by)} makes the ServiceAccount ${textAt(subject, 'namespace') ?? ''}/${textAt(subject, 'name') ?? ''} cluster-admin.`,
          hint: 'Grant a role that lists what is needed.',
        });
      }
    }
  },
};
