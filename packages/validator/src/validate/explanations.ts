import type { Explanation } from '@seatrial/compiler';
import { admissionExplanations } from '../admission/explanations.ts';
import { argoCdChecks } from '../argo-cd/checks.ts';
import { schemaExplanations } from '../findings/explanations.ts';
import { fleetChecks } from '../fleet/checks.ts';
import { policyChecks } from '../policies/checks/checks.ts';
import { kustomizationChecks } from '../kustomizations/checks.ts';
import { workloadChecks } from '../references/checks.ts';
import { sourceExplanations } from '../sources/explanations.ts';
import { suppressionExplanations } from '../suppress/unused-suppression.ts';

/** What `seatrial explain` says of every code of this package. */
export const explanations: readonly Explanation[] = [
  ...schemaExplanations,
  ...admissionExplanations,
  ...sourceExplanations,
  ...kustomizationChecks.map(({ explanation }) => explanation),
  ...[...workloadChecks, ...argoCdChecks, ...fleetChecks, ...policyChecks].map(
    ({ explanation }) => explanation,
  ),
  ...suppressionExplanations,
];
