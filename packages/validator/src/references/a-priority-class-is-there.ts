import type { ClusterCheck } from '../check/check.ts';
import { textAt } from '../json/fields.ts';
import { checkThere } from './lookup/check-there.ts';
import { podsOf } from './lookup/pods-of.ts';

export const aPriorityClassIsThere: ClusterCheck = {
  rule: 'The PriorityClass of pods is there',
  explanation: {
    code: 'SEA3415',
    title: 'A PriorityClass is missing',
    meaning:
      'The pods have a priority that no PriorityClass of the cluster has. The API server refuses to create them. system-cluster-critical and system-node-critical are always there.',
    fix: 'Correct priorityClassName, or add the PriorityClass.',
  },
  run(cluster, say) {
    for (const { located, pod } of podsOf(cluster).all) {
      const name = textAt(pod.spec, 'priorityClassName');
      if (!name || name.startsWith('system-')) continue;
      checkThere(cluster, say, {
        by: located,
        field: `${pod.pointer}/priorityClassName`,
        group: 'scheduling.k8s.io',
        kind: 'PriorityClass',
        namespace: undefined,
        name,
        verb: 'has the priority of',
        hint: 'Add the PriorityClass, or name one that there is.',
      });
    }
  },
};
