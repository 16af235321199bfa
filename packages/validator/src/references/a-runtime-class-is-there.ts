import type { ClusterCheck } from '../check/check.ts';
import { textAt } from '../json/fields.ts';
import { checkClass } from './lookup/check-class.ts';
import { podsOf } from './lookup/pods-of.ts';

export const aRuntimeClassIsThere: ClusterCheck = {
  rule: 'The RuntimeClass of pods is there',
  explanation: {
    code: 'SEA3417',
    title: 'A RuntimeClass is missing',
    meaning:
      'The pods ask for a RuntimeClass that is not among those that the cluster gets. The API server refuses to create them. ' +
      'A cluster may come with classes of its own, so this is a warning; where no RuntimeClass is known at all, it counts as not checked.',
    fix: 'Correct runtimeClassName, or add the RuntimeClass.',
  },
  run(cluster, say) {
    for (const { located, pod } of podsOf(cluster).all) {
      const name = textAt(pod.spec, 'runtimeClassName');
      if (!name) continue;
      checkClass(cluster, say, {
        by: located,
        field: `${pod.pointer}/runtimeClassName`,
        group: 'node.k8s.io',
        kind: 'RuntimeClass',
        name,
        verb: 'asks for',
        wellKnown: /^(nvidia.*|gvisor|kata.*|runc|crun|spin|wasm.*)$/,
      });
    }
  },
};
