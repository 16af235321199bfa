import { definePolicy } from '../policy/define-policy.ts';
import { exemptImages, type ExemptImages } from '../policy/exempt-images.ts';
import { podAndWorkloadKinds } from '../policy/kinds.ts';

interface RequiredResources extends ExemptImages {
  /** Resources that must be requested, such as `cpu`. */
  readonly requests?: readonly string[];
  /** Resources that must be limited, such as `memory`. */
  readonly limits?: readonly string[];
}

export const requiredResources = definePolicy<RequiredResources>({
  kind: 'K8sRequiredResources',
  about:
    'Containers and init containers request what they need and are held to their limits, themselves or through their pod. A limit counts as a request.',
  module: import.meta.url,
  libs: ['pods'],
  kinds: podAndWorkloadKinds,
  parameters: {
    requests: {
      type: 'array',
      description: 'Resources that must be requested, such as `cpu`; none by default.',
      items: { type: 'string' },
    },
    limits: {
      type: 'array',
      description: 'Resources that must be limited, such as `memory`; none by default.',
      items: { type: 'string' },
    },
    exemptImages,
  },
});
