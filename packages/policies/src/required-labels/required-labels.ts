import { definePolicy } from '../policy/define-policy.ts';
import { podAndWorkloadKinds } from '../policy/kinds.ts';

interface RequiredLabels {
  readonly labels: readonly {
    readonly key: string;
    /** A regular expression that the value must match, anchored by its author; any value when absent. */
    readonly allowedRegex?: string;
  }[];
}

export const requiredLabels = definePolicy<RequiredLabels>({
  kind: 'K8sRequiredLabels',
  about: 'Objects carry the labels that a fleet agrees on, with the values that it uses.',
  module: import.meta.url,
  rego: 'v0',
  kinds: podAndWorkloadKinds,
  parameters: {
    labels: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          key: { type: 'string', description: 'The label that must be there.' },
          allowedRegex: { type: 'string', description: 'What its value must match; any value when absent.' },
        },
      },
    },
  },
});
