import type { ClusterCheck } from '../check/check.ts';
import { checkThere } from './lookup/check-there.ts';
import { podsOf } from './lookup/pods-of.ts';

export const aServiceAccountIsThere: ClusterCheck = {
  rule: 'The ServiceAccount that pods run as is there',
  explanation: {
    code: 'SEA3410',
    title: 'A ServiceAccount is missing',
    meaning:
      'The pods run as a ServiceAccount that does not exist in their namespace. The API server refuses to create them. Only "default" is always there.',
    fix: 'Correct serviceAccountName, or add the ServiceAccount.',
  },
  run(cluster, say) {
    for (const { located, namespace, pod, serviceAccount } of podsOf(cluster).all) {
      if (serviceAccount === 'default') continue;
      checkThere(cluster, say, {
        by: located,
        field: `${pod.pointer}/${pod.spec['serviceAccountName'] ? 'serviceAccountName' : 'serviceAccount'}`,
        group: '',
        kind: 'ServiceAccount',
        namespace,
        name: serviceAccount,
        verb: 'runs as',
        hint: 'Add the ServiceAccount, or run as one that there is.',
      });
    }
  },
};
