import { definePolicy } from '../policy/define-policy.ts';
import { podAndWorkloadKinds } from '../policy/kinds.ts';

interface AllowedVolumeTypes {
  /** Types of volumes as a pod names them, such as `configMap`. */
  readonly types?: readonly string[];
}

/** Source: Pod Security Standards, restricted: Volume Types. */
export const allowedVolumeTypes = definePolicy<AllowedVolumeTypes>({
  kind: 'K8sAllowedVolumeTypes',
  about: 'Pods mount volumes of the cluster, not of the node and not of drivers that need its rights.',
  source: 'Pod Security Standards, restricted: Volume Types',
  module: import.meta.url,
  libs: ['pods'],
  kinds: podAndWorkloadKinds,
  parameters: {
    types: {
      type: 'array',
      description:
        'Types of volumes that are allowed; by default configMap, csi, downwardAPI, emptyDir, ephemeral, image, persistentVolumeClaim, projected and secret.',
      items: { type: 'string' },
    },
  },
});
