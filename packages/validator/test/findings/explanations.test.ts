import { explanations } from '@seatrial/validator';
import { expect, test } from 'vitest';
import { codes } from '../../src/findings/codes.ts';

test('every code of this package is explained once, in whole sentences', () => {
  const explained = explanations.map(({ code }) => code);
  expect(explained.filter((code, at) => explained.indexOf(code) !== at)).toEqual([]);
  expect(Object.values(codes).filter((code) => !explained.includes(code))).toEqual([]);
  for (const { code, title, meaning, fix } of explanations) {
    expect(code).toMatch(/^SEA3\d{3}$/);
    // manifest-generate-paths begins with a small letter wherever it stands.
    expect(title, code).toMatch(/^([A-Z]|manifest-generate-paths).*[^.]$/);
    expect([meaning.at(-1), fix.at(-1)], code).toEqual(['.', '.']);
  }
});
