import { didYouMean, type Explanation } from '@seatrial/compiler';
import { allExplanations } from './all-explanations.ts';
import { exitCodes, UserError } from '../workspace/user-error.ts';

/** `seatrial explain CODE`: what a finding means and how to put it right; without a code, all of them. */
export async function explain(
  code: string | undefined,
  { output }: { readonly output: 'text' | 'markdown' },
): Promise<number> {
  if (code === undefined) {
    process.stdout.write(output === 'markdown' ? pageOfCodes(allExplanations) : listOfCodes(allExplanations));
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
  process.stdout.write(output === 'markdown' ? sectionOf(found) : textOf(found));
  return exitCodes.fine;
}

function listOfCodes(explanations: readonly Explanation[]): string {
  return explanations.map(({ code, title }) => `${code}  ${title}\n`).join('');
}

function textOf({ code, title, meaning, fix }: Explanation): string {
  return `${code}  ${title}\n\n${meaning}\n\nHow to put it right: ${fix}\n`;
}

/** The page that lists every code; `docs/findings.md` is this text. */
function pageOfCodes(explanations: readonly Explanation[]): string {
  return [
    '# Findings\n',
    'Every code that `seatrial` can report. A code keeps its meaning for ever. `seatrial explain CODE` prints one of them.',
    'This page is generated: `seatrial explain -o markdown`.\n',
    explanations.map(sectionOf).join('\n'),
  ].join('\n');
}

function sectionOf({ code, title, meaning, fix }: Explanation): string {
  return `## ${code}: ${title}\n\n${meaning}\n\n_How to put it right:_ ${fix}\n`;
}
