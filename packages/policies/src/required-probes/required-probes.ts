import { definePolicy } from '../policy/define-policy.ts';
import { exemptImages, type ExemptImages } from '../policy/exempt-images.ts';
import { serverKinds } from '../policy/kinds.ts';

interface RequiredProbes extends ExemptImages {
  readonly probes: readonly ('livenessProbe' | 'readinessProbe' | 'startupProbe')[];
}

export const requiredProbes = definePolicy<RequiredProbes>({
  kind: 'K8sRequiredProbes',
  about: 'Containers of workloads that run on have the probes that tell Kubernetes how they are.',
  module: import.meta.url,
  libs: ['pods'],
  kinds: serverKinds,
  parameters: {
    probes: {
      type: 'array',
      description: 'The probes that each container must have.',
      items: { type: 'string', enum: ['livenessProbe', 'readinessProbe', 'startupProbe'] },
    },
    exemptImages,
  },
});
