import type { ClusterCheck } from '../check/check.ts';
import { checkSelector } from './lookup/check-selector.ts';
import { selectingServices } from './lookup/services.ts';

export const aServiceSelectsPods: ClusterCheck = {
  rule: 'A Service selects pods',
  explanation: {
    code: 'SEA3404',
    title: 'A Service selects no pods',
    meaning:
      'No workload of the namespace makes pods with the labels that the Service selects. It has no endpoints, and every connection to it is refused.',
    fix: 'Compare the selector with the labels of the pod template. A Service whose endpoints come from elsewhere has no selector.',
  },
  run(cluster, say) {
    for (const { located: by, namespace, requirements, pods } of selectingServices(cluster))
      if (pods.length === 0)
        checkSelector(cluster, say, { by, field: '/spec/selector', namespace, requirements });
  },
};
