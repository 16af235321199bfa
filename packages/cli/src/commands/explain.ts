import {
  didYouMean,
  argoCdExplanations,
  modelExplanations,
  writeExplanations,
  type Explanation,
} from '@seatrial/compiler';
import { explanations as validatorExplanations } from '@seatrial/validator';
import { cliExplanations } from '../findings/explanations.ts';
import { exitCodes, UserError } from '../workspace/user-error.ts';

/** Every code that a finding can carry, sorted. */
export const allExplanations: readonly Explanation[] = [
  ...modelExplanations,
  ...argoCdExplanations,
  ...validatorExplanations,
  ...cliExplanations,
  ...writeExplanations,
].toSorted((a, b) => (a.code < b.code ? -1 : 1));

/** `seatrial explain CODE`: what a finding means and how to put it right; without a code, the list of codes. */
export async function explain(code: string | undefined): Promise<number> {
  if (code === undefined) {
    process.stdout.write(allExplanations.map((one) => `${one.code}  ${one.title}\n`).join(''));
    return exitCodes.fine;
  }
  const found = allExplanations.find((one) => one.code === code.toUpperCase());
  if (found === undefined) {
    const hint = didYouMean(
      code.toUpperCase(),
      allExplanations.map((one) => one.code),
    );
    throw new UserError(
      `There is no finding with the code "${code}".`,
      `${hint.charAt(0).toUpperCase()}${hint.slice(1)}`,
    );
  }
  process.stdout.write(
    `${found.code}  ${found.title}\n\n${found.meaning}\n\nHow to put it right: ${found.fix}\n`,
  );
  return exitCodes.fine;
}
