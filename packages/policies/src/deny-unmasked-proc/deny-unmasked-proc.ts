import { definePolicy } from '../policy/define-policy.ts';
import { exemptImages, type ExemptImages } from '../policy/exempt-images.ts';
import { podAndWorkloadKinds } from '../policy/kinds.ts';

interface DenyUnmaskedProc extends ExemptImages {
  /** Also asked of pods in a user namespace (`hostUsers: false`), as the restricted profile does. */
  readonly inUserNamespaces?: boolean;
}

/** Source: Pod Security Standards, baseline and restricted (1.35): /proc Mount Type. */
export const denyUnmaskedProc = definePolicy<DenyUnmaskedProc>({
  kind: 'K8sDenyUnmaskedProc',
  about: 'Containers see /proc as the runtime masks it.',
  source: 'Pod Security Standards, baseline and restricted (1.35): /proc Mount Type',
  module: import.meta.url,
  libs: ['pods'],
  kinds: podAndWorkloadKinds,
  parameters: {
    inUserNamespaces: {
      type: 'boolean',
      description: 'Also asked of pods in a user namespace (`hostUsers: false`); false by default.',
    },
    exemptImages,
  },
});
