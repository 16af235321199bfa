import { expect, test } from 'vitest';
import { mostLines, oversizedFiles } from '../oversized-files.ts';

test('a file of the most lines is fine, one line more is not', () => {
  const sources = new Map([
    ['fine.ts', 'x\n'.repeat(mostLines)],
    ['long.ts', 'x\n'.repeat(mostLines + 1)],
    ['no-newline-at-end.ts', `${'x\n'.repeat(mostLines)}x`],
    ['empty.ts', ''],
  ]);
  expect(oversizedFiles(sources)).toEqual([
    { file: 'long.ts', lines: mostLines + 1 },
    { file: 'no-newline-at-end.ts', lines: mostLines + 1 },
  ]);
});
