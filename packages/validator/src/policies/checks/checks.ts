import type { Check } from '../../check/check.ts';
import type { ClusterReview } from '../review/cluster-review.ts';
import { aConstraintCanBeUsed } from './a-constraint-can-be-used.ts';
import { aConstraintHasItsTemplate } from './a-constraint-has-its-template.ts';
import { aTemplateCanBeUsed } from './a-template-can-be-used.ts';
import { anExpansionTemplateCanBeUsed } from './an-expansion-template-can-be-used.ts';
import { objectsObeyTheirPolicies } from './objects-obey-their-policies.ts';
import { whatPoliciesLookUpIsSynced } from './what-policies-look-up-is-synced.ts';

/** What is said of the policies of a cluster. */
export const policyChecks: readonly Check<ClusterReview>[] = [
  objectsObeyTheirPolicies,
  aTemplateCanBeUsed,
  aConstraintCanBeUsed,
  aConstraintHasItsTemplate,
  whatPoliciesLookUpIsSynced,
  anExpansionTemplateCanBeUsed,
];
