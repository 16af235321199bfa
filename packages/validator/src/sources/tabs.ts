import type { Explanation } from '@seatrial/compiler';
import type { Problem } from './problem.ts';

export const tabbed: Explanation = {
  code: 'SEA3204',
  title: 'A line is indented with a tab',
  meaning:
    'YAML indents with spaces only; a tab ends in a parse error, or in another structure than the eye sees.',
  fix: 'Replace tabs at the start of lines by spaces.',
};

export function tabIndent(offset: number): Problem {
  return {
    rule: tabbed,
    offset,
    sentence: 'The line is indented with a tab, which YAML does not allow.',
    hint: 'Replace the tab by spaces.',
  };
}
