import { definePolicy } from '../policy/define-policy.ts';
import { exemptImages, type ExemptImages } from '../policy/exempt-images.ts';
import { podAndWorkloadKinds } from '../policy/kinds.ts';

/** Source: Pod Security Standards, baseline: SELinux. */
export const allowedSelinuxOptions = definePolicy<ExemptImages>({
  kind: 'K8sAllowedSelinuxOptions',
  about: 'Pods keep the SELinux types that are made for containers, and name no user and no role.',
  source: 'Pod Security Standards, baseline: SELinux',
  module: import.meta.url,
  libs: ['pods'],
  kinds: podAndWorkloadKinds,
  parameters: { exemptImages },
});
