import { definePolicy } from '../policy/define-policy.ts';
import { exemptImages, type ExemptImages } from '../policy/exempt-images.ts';
import { podAndWorkloadKinds } from '../policy/kinds.ts';

/** Source: Pod Security Standards, restricted: Privilege Escalation. */
export const denyPrivilegeEscalation = definePolicy<ExemptImages>({
  kind: 'K8sDenyPrivilegeEscalation',
  about: 'No process of a container gains more privileges than its parent has.',
  source: 'Pod Security Standards, restricted: Privilege Escalation',
  module: import.meta.url,
  libs: ['pods'],
  kinds: podAndWorkloadKinds,
  parameters: { exemptImages },
});
