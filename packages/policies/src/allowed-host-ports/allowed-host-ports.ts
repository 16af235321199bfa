import { definePolicy } from '../policy/define-policy.ts';
import { exemptImages, type ExemptImages } from '../policy/exempt-images.ts';
import { podAndWorkloadKinds } from '../policy/kinds.ts';

interface AllowedHostPorts extends ExemptImages {
  /** Ports of a node that may be taken, both ends included; none by default. */
  readonly ranges?: readonly { readonly min: number; readonly max: number }[];
}

/** Source: Pod Security Standards, baseline: Host Ports. */
export const allowedHostPorts = definePolicy<AllowedHostPorts>({
  kind: 'K8sAllowedHostPorts',
  about: 'Containers take no port of their node, but for those that are allowed.',
  source: 'Pod Security Standards, baseline: Host Ports',
  module: import.meta.url,
  libs: ['pods'],
  kinds: podAndWorkloadKinds,
  parameters: {
    ranges: {
      type: 'array',
      description: 'Ports of a node that may be taken, `min` and `max` included; none by default.',
      items: {
        type: 'object',
        required: ['min', 'max'],
        properties: {
          min: { type: 'integer', minimum: 1, maximum: 65535 },
          max: { type: 'integer', minimum: 1, maximum: 65535 },
        },
      },
    },
    exemptImages,
  },
});
