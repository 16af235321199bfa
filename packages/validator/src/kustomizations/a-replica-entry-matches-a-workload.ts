import type { Check } from '../check/check.ts';
import { listAt, textAt } from '../json/fields.ts';
import type { KustomizationView } from './kustomization-view.ts';

/** Source: the default fields of replicas in kustomize. */
const scaled = new Set(['Deployment', 'ReplicaSet', 'ReplicationController', 'StatefulSet']);

export const aReplicaEntryMatchesAWorkload: Check<KustomizationView> = {
  rule: 'An entry of replicas matches a workload',
  explanation: {
    code: 'SEA3608',
    title: 'An entry of replicas matches no workload',
    meaning:
      'No Deployment, StatefulSet, ReplicaSet or ReplicationController below has that name. kustomize refuses the whole kustomization.',
    fix: 'Write the name as the workload below has it, or take the entry out.',
  },
  run(view, say) {
    const entries = listAt(view.fields, 'replicas');
    // A component is built for each of its users, and kustomize's own answer is theirs.
    if (entries.length === 0 || view.isComponent || listAt(view.fields, 'configurations').length > 0) return;
    const names = new Set(
      view.after.flatMap(({ objects }) =>
        objects.filter(({ kind }) => scaled.has(kind)).flatMap((one) => one.names),
      ),
    );
    const unknown = view.after.find((one) => one.unknown !== undefined)?.unknown;
    for (const [index, entry] of entries.entries()) {
      const name = textAt(entry, 'name');
      if (name === undefined || names.has(name)) continue;
      const place = view.at(`/replicas/${index}`);
      if (unknown !== undefined) say.unknown(place, unknown);
      else {
        say.wrong(place, {
          sentence: `No Deployment or StatefulSet below has the name ${name}, and kustomize refuses the entry.`,
          hint:
            names.size === 0
              ? 'Take the entry out.'
              : `Correct the name; there is ${[...names].slice(0, 3).join(', ')}.`,
        });
      }
    }
  },
};
