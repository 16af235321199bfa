import { expect, test } from 'vitest';
import { returnsIn } from '../../src/proofs/syncs/fought-over.ts';

test.each([
  [['a', 'b', 'c'], 0],
  [['a', 'a', 'b', 'b'], 0],
  [['a', 'b', 'a'], 1],
  [['a', 'b', 'a', 'b', 'a'], 3],
  [[], 0],
])('%j comes back %i times', (contents, returns) => {
  expect(returnsIn(contents)).toBe(returns);
});
