import { definePolicy } from '../policy/define-policy.ts';
import { exemptImages, type ExemptImages } from '../policy/exempt-images.ts';
import { podAndWorkloadKinds } from '../policy/kinds.ts';

interface AllowedCapabilities extends ExemptImages {
  /** What may be added; by default what a container runtime gives anyway. */
  readonly allowed?: readonly string[];
  /** What must be dropped; `ALL` drops each. */
  readonly requiredDrop?: readonly string[];
}

/** Source: Pod Security Standards, baseline and restricted: Capabilities. */
export const allowedCapabilities = definePolicy<AllowedCapabilities>({
  kind: 'K8sAllowedCapabilities',
  about: 'Containers add no Linux capability, but for those that are allowed, and drop those that they must.',
  source: 'Pod Security Standards, baseline and restricted: Capabilities',
  module: import.meta.url,
  libs: ['pods'],
  kinds: podAndWorkloadKinds,
  parameters: {
    allowed: {
      type: 'array',
      description: 'What may be added, without `CAP_`; by default the thirteen of the baseline profile.',
      items: { type: 'string' },
    },
    requiredDrop: {
      type: 'array',
      description: 'What must be dropped; `ALL` drops each. Nothing by default.',
      items: { type: 'string' },
    },
    exemptImages,
  },
});
