import { at, type Placed } from '../rule.ts';
import { wellFormedSelector } from '../values/well-formed-selector.ts';
import { boundRole, roleRules } from './role-rules.ts';

/** The kinds that say who may do what. */
export const access: Readonly<Record<string, readonly Placed[]>> = {
  'rbac.authorization.k8s.io/Role': at('', roleRules),
  'rbac.authorization.k8s.io/ClusterRole': [
    ...at('', roleRules),
    ...at('aggregationRule.clusterRoleSelectors.*', wellFormedSelector),
  ],
  'rbac.authorization.k8s.io/RoleBinding': at('', boundRole),
  'rbac.authorization.k8s.io/ClusterRoleBinding': at('', boundRole),
};
