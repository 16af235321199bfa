import { definePolicy } from '../policy/define-policy.ts';
import { podAndWorkloadKinds } from '../policy/kinds.ts';

interface AllowedSysctls {
  /** Names beyond those that are safe everywhere. */
  readonly alsoAllowed?: readonly string[];
}

/** Source: Pod Security Standards, baseline (1.32): Sysctls. */
export const allowedSysctls = definePolicy<AllowedSysctls>({
  kind: 'K8sAllowedSysctls',
  about: 'Pods set only kernel parameters that stay inside the pod.',
  source: 'Pod Security Standards, baseline (1.32): Sysctls',
  module: import.meta.url,
  libs: ['pods'],
  kinds: podAndWorkloadKinds,
  parameters: {
    alsoAllowed: {
      type: 'array',
      description: 'Names beyond those that are safe everywhere; none by default.',
      items: { type: 'string' },
    },
  },
});
