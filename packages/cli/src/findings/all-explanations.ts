import {
  argoCdExplanations,
  modelExplanations,
  writeExplanations,
  type Explanation,
} from '@seatrial/compiler';
import { explanations as validatorExplanations } from '@seatrial/validator';
import { cliExplanations } from './explanations.ts';

/** Every code that a finding can carry, sorted. */
export const allExplanations: readonly Explanation[] = [
  ...modelExplanations,
  ...argoCdExplanations,
  ...validatorExplanations,
  ...cliExplanations,
  ...writeExplanations,
].toSorted((a, b) => (a.code < b.code ? -1 : 1));
