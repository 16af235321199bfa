import { definePolicy } from '../policy/define-policy.ts';
import { exemptImages, type ExemptImages } from '../policy/exempt-images.ts';
import { podAndWorkloadKinds } from '../policy/kinds.ts';

/** Source: NSA and CISA, Kubernetes Hardening Guide: Immutable container file systems. */
export const requiredReadOnlyRoot = definePolicy<ExemptImages>({
  kind: 'K8sRequiredReadOnlyRoot',
  about: 'Containers cannot write to their root file system, so that nobody leaves anything there.',
  source: 'NSA and CISA, Kubernetes Hardening Guide: Immutable container file systems',
  module: import.meta.url,
  libs: ['pods'],
  kinds: podAndWorkloadKinds,
  parameters: { exemptImages },
});
