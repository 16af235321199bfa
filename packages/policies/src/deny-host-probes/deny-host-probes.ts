import { definePolicy } from '../policy/define-policy.ts';
import { exemptImages, type ExemptImages } from '../policy/exempt-images.ts';
import { podAndWorkloadKinds } from '../policy/kinds.ts';

/** Source: Pod Security Standards, baseline since 1.34: Host Probes / Lifecycle Hooks. */
export const denyHostProbes = definePolicy<ExemptImages>({
  kind: 'K8sDenyHostProbes',
  about:
    'Probes and lifecycle hooks ask the pod and no other host: the kubelet would ask it from inside the network of the node.',
  source: 'Pod Security Standards, baseline since 1.34: Host Probes / Lifecycle Hooks',
  module: import.meta.url,
  libs: ['pods'],
  kinds: podAndWorkloadKinds,
  parameters: { exemptImages },
});
