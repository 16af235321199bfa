import type { ClusterCheck } from '../check/check.ts';
import { listAt, textAt } from '../json/fields.ts';
import { checkThere } from './lookup/check-there.ts';
import { podsOf } from './lookup/pods-of.ts';

export const aSecretProviderClassIsThere: ClusterCheck = {
  rule: 'The SecretProviderClass of a volume is there',
  explanation: {
    code: 'SEA3432',
    title: 'A SecretProviderClass is missing',
    meaning:
      'A volume of the secrets store CSI driver names a SecretProviderClass that does not exist in the namespace. The pods wait with FailedMount and never start.',
    fix: 'Correct secretProviderClass, or add the object.',
  },
  run(cluster, say) {
    for (const { located, namespace, pod } of podsOf(cluster).all)
      for (const [index, volume] of listAt(pod.spec, 'volumes').entries()) {
        const name = textAt(volume, 'csi', 'volumeAttributes', 'secretProviderClass');
        if (!name || textAt(volume, 'csi', 'driver') !== 'secrets-store.csi.k8s.io') continue;
        checkThere(cluster, say, {
          by: located,
          field: `${pod.pointer}/volumes/${index}/csi/volumeAttributes/secretProviderClass`,
          group: 'secrets-store.csi.x-k8s.io',
          kind: 'SecretProviderClass',
          namespace,
          name,
          verb: 'mounts',
          hint: 'Add the SecretProviderClass, or name one that there is.',
        });
      }
  },
};
