import type { ClusterCheck } from '../check/check.ts';
import { fieldAt, listAt, textAt } from '../json/fields.ts';
import type { LocatedObject } from '../rendered/located-object.ts';
import { checkClass } from './lookup/check-class.ts';
import { podsOf } from './lookup/pods-of.ts';

export const aStorageClassIsThere: ClusterCheck = {
  rule: 'The StorageClass of a claim is there',
  explanation: {
    code: 'SEA3416',
    title: 'A StorageClass is missing',
    meaning:
      'A claim asks for a StorageClass that is not among those that the cluster gets. The claim, and the pods that mount it, stay Pending. ' +
      'A cluster may come with classes of its own, so this is a warning; where no StorageClass is known at all, it counts as not checked.',
    fix: 'Correct storageClassName, or add the StorageClass.',
  },
  run(cluster, say) {
    // Where a model says which classes there are, its own check knows better.
    if (cluster.storageClasses !== undefined) return;
    const claims = [
      ...cluster
        .ofKind('', 'PersistentVolumeClaim')
        .map((by) => ({ by, claim: by.object as unknown, at: '' })),
      ...cluster.ofKind('apps', 'StatefulSet').flatMap(templatesOf),
      ...podsOf(cluster).all.flatMap(({ located, pod }) =>
        listAt(pod.spec, 'volumes').map((volume, index) => ({
          by: located,
          claim: fieldAt(volume, 'ephemeral', 'volumeClaimTemplate'),
          at: `${pod.pointer}/volumes/${index}/ephemeral/volumeClaimTemplate`,
        })),
      ),
    ];
    for (const { by, claim, at } of claims) {
      const name = textAt(claim, 'spec', 'storageClassName');
      // A claim that names its volume is bound by hand: the class is only a word that both have.
      if (!name || textAt(claim, 'spec', 'volumeName')) continue;
      checkClass(cluster, say, {
        by,
        field: `${at}/spec/storageClassName`,
        group: 'storage.k8s.io',
        kind: 'StorageClass',
        name,
        verb: 'asks for storage of',
        wellKnown:
          /^(gp2|gp3|io1|io2|efs-sc|ebs-sc|auto-ebs-sc|standard(-rw[ox])?|premium-rw[ox]|default|hostpath|local-path|manual|managed.*|azurefile.*|azureblob.*|do-block-storage.*|hcloud-volumes|linode-block-storage.*|oci-bv|vultr-block-storage.*|longhorn.*|openebs.*|rook-.*)$/,
      });
    }
  },
};

function templatesOf(by: LocatedObject) {
  return listAt(by.object, 'spec', 'volumeClaimTemplates').map((claim, index) => ({
    by,
    claim,
    at: `/spec/volumeClaimTemplates/${index}`,
  }));
}
