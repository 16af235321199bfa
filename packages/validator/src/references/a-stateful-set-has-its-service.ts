import type { ClusterCheck } from '../check/check.ts';
import { textAt } from '../json/fields.ts';
import { checkThere } from './lookup/check-there.ts';
import { namespaceOf } from './lookup/identity.ts';

export const aStatefulSetHasItsService: ClusterCheck = {
  rule: 'The Service that a StatefulSet names is there',
  explanation: {
    code: 'SEA3412',
    title: 'The Service of a StatefulSet is missing',
    meaning:
      'serviceName names the headless Service that gives each pod its name in the DNS. Without it the pods run, but nobody finds one by its name, not even its own peers; some never ask, so this is a warning.',
    fix: 'Correct serviceName, or add a headless Service (clusterIP: None) of that name.',
  },
  run(cluster, say) {
    for (const by of cluster.ofKind('apps', 'StatefulSet')) {
      const name = textAt(by.object, 'spec', 'serviceName');
      if (!name) continue;
      checkThere(cluster, say, {
        by,
        field: '/spec/serviceName',
        group: '',
        kind: 'Service',
        namespace: namespaceOf(by),
        name,
        severity: 'warning',
        verb: 'gets the names of its pods from',
        hint: 'Add a headless Service of that name, or name one that there is.',
      });
    }
  },
};
