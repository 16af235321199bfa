import { definePolicy } from '../policy/define-policy.ts';
import { exemptImages, type ExemptImages } from '../policy/exempt-images.ts';
import { podAndWorkloadKinds } from '../policy/kinds.ts';

interface AllowedHostPaths extends ExemptImages {
  /** Folders of a node that may be mounted, with all that is in them; none by default. */
  readonly paths?: readonly { readonly prefix: string; readonly readOnly?: boolean }[];
}

/**
 * `exemptImages` leaves a container out of the rule about writing; a volume belongs to the whole pod.
 * Source: Pod Security Standards, baseline: HostPath Volumes.
 */
export const allowedHostPaths = definePolicy<AllowedHostPaths>({
  kind: 'K8sAllowedHostPaths',
  about:
    'Pods mount no folder of their node, but for those that are allowed, and where it says so only to read.',
  source: 'Pod Security Standards, baseline: HostPath Volumes',
  module: import.meta.url,
  libs: ['pods'],
  kinds: podAndWorkloadKinds,
  parameters: {
    paths: {
      type: 'array',
      description: 'Folders of a node that may be mounted, with all that is in them; none by default.',
      items: {
        type: 'object',
        required: ['prefix'],
        properties: {
          prefix: { type: 'string', description: 'An absolute path; `/var/log` is also `/var/log/pods`.' },
          readOnly: { type: 'boolean', description: 'Each mount must say `readOnly: true`.' },
        },
      },
    },
    exemptImages,
  },
});
