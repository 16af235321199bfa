import { definePolicy } from '../policy/define-policy.ts';
import { exemptImages, type ExemptImages } from '../policy/exempt-images.ts';
import { podAndWorkloadKinds } from '../policy/kinds.ts';

/** Source: Pod Security Standards, restricted: Running as Non-root, Running as Non-root user. */
export const requiredNonRoot = definePolicy<ExemptImages>({
  kind: 'K8sRequiredNonRoot',
  about:
    'Containers say that they do not run as root. A pod in a user namespace (`hostUsers: false`) is left out.',
  source: 'Pod Security Standards, restricted: Running as Non-root, Running as Non-root user',
  module: import.meta.url,
  libs: ['pods'],
  kinds: podAndWorkloadKinds,
  parameters: { exemptImages },
});
