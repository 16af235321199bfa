import { explanations } from '@seatrial/validator';
import { expect, test } from 'vitest';
import { codes } from '../../src/findings/codes.ts';

test('every code of this package is explained once', () => {
  expect(explanations.map(({ code }) => code)).toEqual(Object.values(codes));
  expect(new Set(Object.values(codes)).size).toBe(Object.values(codes).length);
});
