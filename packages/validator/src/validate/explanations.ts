import type { Explanation } from '@seatrial/compiler';
import { argoCdChecks } from '../argo-cd/checks.ts';
import { schemaExplanations } from '../findings/explanations.ts';
import { fleetChecks } from '../fleet/checks.ts';
import { workloadChecks } from '../references/checks.ts';

/** What `seatrial explain` says of every code of this package. */
export const explanations: readonly Explanation[] = [
  ...schemaExplanations,
  ...[...workloadChecks, ...argoCdChecks, ...fleetChecks].map(({ explanation }) => explanation),
];
