import type { ClusterCheck } from '../check/check.ts';
import { listAt, textAt } from '../json/fields.ts';
import type { ClusterView } from '../rendered/cluster-view.ts';
import type { LocatedObject } from '../rendered/located-object.ts';
import { checkThere } from './lookup/check-there.ts';
import { allIn, findIn } from './lookup/find-in.ts';
import { nameOf } from './lookup/identity.ts';
import { podsOf } from './lookup/pods-of.ts';

export const aVolumeClaimIsThere: ClusterCheck = {
  rule: 'The PersistentVolumeClaim of a volume is there',
  explanation: {
    code: 'SEA3411',
    title: 'A PersistentVolumeClaim is missing',
    meaning:
      'A volume names a PersistentVolumeClaim that does not exist in the namespace. The pods cannot be scheduled and stay Pending.',
    fix: 'Correct claimName, or add the claim. A StatefulSet makes claims itself: <template>-<StatefulSet>-<number>.',
  },
  run(cluster, say) {
    for (const { located, namespace, pod } of podsOf(cluster).all)
      for (const [index, volume] of listAt(pod.spec, 'volumes').entries()) {
        const name = textAt(volume, 'persistentVolumeClaim', 'claimName');
        if (!name || isReplaced(located, volume) || isMade(cluster, namespace, name)) continue;
        checkThere(cluster, say, {
          by: located,
          field: `${pod.pointer}/volumes/${index}/persistentVolumeClaim/claimName`,
          group: '',
          kind: 'PersistentVolumeClaim',
          namespace,
          name,
          verb: 'mounts',
          hint: 'Add the claim, or mount one that there is.',
        });
      }
  },
};

/** Whether a StatefulSet puts a claim of its own in the place of the volume, whatever that names. */
function isReplaced({ object }: LocatedObject, volume: unknown): boolean {
  const name = textAt(volume, 'name');
  return listAt(object, 'spec', 'volumeClaimTemplates').some(
    (template) => textAt(template, 'metadata', 'name') === name,
  );
}

/** Whether a StatefulSet or a CDI DataVolume makes the claim. */
function isMade(cluster: ClusterView, namespace: string | undefined, name: string): boolean {
  return (
    findIn(cluster, 'cdi.kubevirt.io', 'DataVolume', namespace, name) !== undefined ||
    allIn(cluster, 'apps', 'StatefulSet', namespace).some((set) =>
      listAt(set.object, 'spec', 'volumeClaimTemplates').some((template) => {
        const start = `${textAt(template, 'metadata', 'name') ?? ''}-${nameOf(set) ?? ''}-`;
        return name.startsWith(start) && /^\d+$/.test(name.slice(start.length));
      }),
    )
  );
}
