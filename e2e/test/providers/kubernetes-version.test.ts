import { expect, test } from 'vitest';
import { nearestMinor } from '../../src/providers/local/kubernetes-version.ts';
import { Infrastructure } from '../../src/run/outcome-errors.ts';

test('the version that is asked for runs where it is prepared, else the nearest, and of two the newer', () => {
  const prepared = ['1.29', '1.31', '1.34'];
  expect(nearestMinor('1.29', prepared)).toBe('1.29');
  expect(nearestMinor('1.30', prepared)).toBe('1.31');
  expect(nearestMinor('1.9', prepared)).toBe('1.29');
  expect(nearestMinor('1.40', prepared)).toBe('1.34');
  expect(() => nearestMinor('1.30', [])).toThrow(Infrastructure);
});
