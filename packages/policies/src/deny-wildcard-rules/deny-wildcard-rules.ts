import { definePolicy } from '../policy/define-policy.ts';
import { roleKinds } from '../policy/kinds.ts';

/** Source: CIS Kubernetes Benchmark, Minimize wildcard use in Roles and ClusterRoles. */
export const denyWildcardRules = definePolicy({
  kind: 'K8sDenyWildcardRules',
  about: 'Roles name the groups, resources and verbs that they give; `*` gives also what comes tomorrow.',
  source: 'CIS Kubernetes Benchmark, Minimize wildcard use in Roles and ClusterRoles',
  module: import.meta.url,
  kinds: roleKinds,
});
