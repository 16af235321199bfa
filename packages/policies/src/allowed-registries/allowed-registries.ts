import { definePolicy } from '../policy/define-policy.ts';
import { exemptImages, type ExemptImages } from '../policy/exempt-images.ts';
import { podAndWorkloadKinds } from '../policy/kinds.ts';

interface AllowedRegistries extends ExemptImages {
  /** Registries, or paths in them: `registry.example`, `registry.example/team`. */
  readonly registries: readonly string[];
}

export const allowedRegistries = definePolicy<AllowedRegistries>({
  kind: 'K8sAllowedRegistries',
  about:
    'Images come from registries that the fleet trusts. A name without a registry counts as Docker Hub, as a runtime reads it.',
  module: import.meta.url,
  libs: ['pods'],
  kinds: podAndWorkloadKinds,
  parameters: {
    registries: {
      type: 'array',
      description:
        'Registries, or paths in them: `registry.example`, `registry.example/team`, `docker.io/library`.',
      items: { type: 'string' },
    },
    exemptImages,
  },
});
