import type { Explanation } from '@seatrial/compiler';
import type { Problem } from './problem.ts';

export const notFiniteNumber: Explanation = {
  code: 'SEA3213',
  title: 'A number is not finite',
  meaning: '.nan and .inf are numbers in YAML and have no word in JSON, which is what an API server is sent.',
  fix: 'Write a finite number, or quote the text.',
};

export function notFinite(offset: number, text: string): Problem {
  return {
    rule: notFiniteNumber,
    offset,
    sentence: `${text} is a number without end in YAML, which JSON cannot hold.`,
    hint: 'Write a finite number, or quote the text.',
  };
}
