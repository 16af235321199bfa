import { definePolicy } from '../policy/define-policy.ts';
import { exemptImages, type ExemptImages } from '../policy/exempt-images.ts';
import { podAndWorkloadKinds } from '../policy/kinds.ts';

interface AllowedSeccompProfiles extends ExemptImages {
  /** `RuntimeDefault` and `Localhost` by default. */
  readonly types?: readonly ('RuntimeDefault' | 'Localhost' | 'Unconfined')[];
  /** A container or its pod must name one; without it none may be named. */
  readonly required?: boolean;
}

/** Source: Pod Security Standards, baseline and restricted: Seccomp. */
export const allowedSeccompProfiles = definePolicy<AllowedSeccompProfiles>({
  kind: 'K8sAllowedSeccompProfiles',
  about: 'Pods do not switch off the filter of system calls, and name one where it is required.',
  source: 'Pod Security Standards, baseline and restricted: Seccomp',
  module: import.meta.url,
  libs: ['pods'],
  kinds: podAndWorkloadKinds,
  parameters: {
    types: {
      type: 'array',
      description: 'Types of profiles that may be named; by default RuntimeDefault and Localhost.',
      items: { type: 'string', enum: ['RuntimeDefault', 'Localhost', 'Unconfined'] },
    },
    required: { type: 'boolean', description: 'A container or its pod must name one; false by default.' },
    exemptImages,
  },
});
