import { definePolicy } from '../policy/define-policy.ts';
import { podAndWorkloadKinds } from '../policy/kinds.ts';

interface DenyHostNamespaces {
  /** Namespaces of the node that may be shared all the same. */
  readonly allowed?: readonly ('hostNetwork' | 'hostPID' | 'hostIPC')[];
}

/** Source: Pod Security Standards, baseline: Host Namespaces. */
export const denyHostNamespaces = definePolicy<DenyHostNamespaces>({
  kind: 'K8sDenyHostNamespaces',
  about: 'No pod shares the network, the processes or the memory segments of its node.',
  source: 'Pod Security Standards, baseline: Host Namespaces',
  module: import.meta.url,
  libs: ['pods'],
  kinds: podAndWorkloadKinds,
  parameters: {
    allowed: {
      type: 'array',
      description: 'Namespaces of the node that may be shared all the same; none by default.',
      items: { type: 'string', enum: ['hostNetwork', 'hostPID', 'hostIPC'] },
    },
  },
});
