import { definePolicy } from '../policy/define-policy.ts';
import { exemptImages, type ExemptImages } from '../policy/exempt-images.ts';
import { podAndWorkloadKinds } from '../policy/kinds.ts';

export const requiredImageDigest = definePolicy<ExemptImages>({
  kind: 'K8sRequiredImageDigest',
  about: 'Images are named by digest: a tag can be moved, a digest cannot.',
  module: import.meta.url,
  libs: ['pods'],
  kinds: podAndWorkloadKinds,
  parameters: { exemptImages },
});
