import { definePolicy } from '../policy/define-policy.ts';
import { serviceKinds } from '../policy/kinds.ts';
import { services } from '../policy/references.ts';

export const uniqueServiceSelector = definePolicy({
  kind: 'K8sUniqueServiceSelector',
  about:
    'No two Services of a type in a namespace select the same pods: mostly one was copied from the other.',
  module: import.meta.url,
  kinds: serviceKinds,
  references: [services],
});
