import { definePolicy } from '../policy/define-policy.ts';
import { exemptImages, type ExemptImages } from '../policy/exempt-images.ts';
import { podAndWorkloadKinds } from '../policy/kinds.ts';

/** Source: Pod Security Standards, baseline: Privileged Containers, HostProcess. */
export const denyPrivileged = definePolicy<ExemptImages>({
  kind: 'K8sDenyPrivileged',
  about: 'No container is privileged, and no Windows pod runs as host processes.',
  source: 'Pod Security Standards, baseline: Privileged Containers, HostProcess',
  module: import.meta.url,
  libs: ['pods'],
  kinds: podAndWorkloadKinds,
  parameters: { exemptImages },
});
