import type { Explanation } from '@seatrial/compiler';
import type { Problem } from './problem.ts';

export const conflictMarker: Explanation = {
  code: 'SEA3205',
  title: 'A merge conflict was left in a file',
  meaning:
    'Git wrote both sides of a conflict into the file, between lines of <<<<<<<, ======= and >>>>>>>, and it was saved unresolved.',
  fix: 'Keep the side that is right and delete the three marker lines.',
};

/** The first conflict marker of a text that does not parse. */
export function conflictProblem(text: string): Problem | undefined {
  const match = /^(?:<{7}|>{7})(?: .*)?\r?$/m.exec(text);
  if (match === null) return undefined;
  return {
    rule: conflictMarker,
    offset: match.index,
    sentence: `A merge conflict is not resolved: the line "${match[0].trimEnd().slice(0, 60)}" is Git's.`,
    hint: 'Keep the side that is right and delete the lines of <<<<<<<, ======= and >>>>>>>.',
  };
}
