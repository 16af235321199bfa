import { definePolicy } from '../policy/define-policy.ts';
import { bindingKinds } from '../policy/kinds.ts';

/** Source: CIS Google Kubernetes Engine Benchmark, Avoid bindings to system:anonymous and system:unauthenticated. */
export const denyAnonymousAccess = definePolicy({
  kind: 'K8sDenyAnonymousAccess',
  about: 'No role is bound to those who did not sign in.',
  source:
    'CIS Google Kubernetes Engine Benchmark, Avoid bindings to system:anonymous and system:unauthenticated',
  module: import.meta.url,
  kinds: bindingKinds,
});
