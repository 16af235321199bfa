import type { Explanation } from '@seatrial/compiler';
import type { Problem } from './problem.ts';
import type { Position } from './source-text.ts';

export const duplicateKey: Explanation = {
  code: 'SEA3208',
  title: 'A key is written twice in one mapping',
  meaning:
    'YAML forbids it, and readers differ: some refuse the file, some keep the last value and lose the first without a word.',
  fix: 'Keep one of the two, or join their values.',
};

export function duplicateKeyProblem(
  at: (offset: number) => Position,
  name: string,
  first: number,
  again: number,
): Problem {
  const [one, two] = [at(first), at(again)];
  return {
    rule: duplicateKey,
    offset: again,
    sentence:
      one.line === two.line
        ? `The key "${name}" is written twice in line ${one.line}, in columns ${one.column} and ${two.column}.`
        : `The key "${name}" is written twice, in line ${one.line} and in line ${two.line}.`,
    hint: 'Keep one of the two, or join their values.',
  };
}
