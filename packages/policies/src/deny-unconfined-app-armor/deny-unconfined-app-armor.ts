import { definePolicy } from '../policy/define-policy.ts';
import { exemptImages, type ExemptImages } from '../policy/exempt-images.ts';
import { podAndWorkloadKinds } from '../policy/kinds.ts';

/** Source: Pod Security Standards, baseline: AppArmor. */
export const denyUnconfinedAppArmor = definePolicy<ExemptImages>({
  kind: 'K8sDenyUnconfinedAppArmor',
  about: 'No pod leaves the AppArmor profile of its runtime, but for one that is on the node.',
  source: 'Pod Security Standards, baseline: AppArmor',
  module: import.meta.url,
  libs: ['pods'],
  kinds: podAndWorkloadKinds,
  parameters: { exemptImages },
});
