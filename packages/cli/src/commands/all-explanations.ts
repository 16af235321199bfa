import {
  argoCdExplanations,
  modelExplanations,
  writeExplanations,
  type Explanation,
} from '@seatrial/compiler';
import { explanations as validatorExplanations } from '@seatrial/validator';
import { cliExplanations } from '../findings/explanations.ts';
import { repositoryExplanations } from '../repository/findings/codes.ts';

/** Every code that a finding can carry, sorted. */
export const allExplanations: readonly Explanation[] = [
  ...modelExplanations,
  ...argoCdExplanations,
  ...validatorExplanations,
  ...cliExplanations,
  ...repositoryExplanations,
  ...writeExplanations,
].toSorted((a, b) => (a.code < b.code ? -1 : 1));
