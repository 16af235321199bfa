import { expect, it } from 'vitest';
import { jsonDifferences } from '../../src/verify/json-differences.ts';

it.each([
  ['the order of keys does not count', { a: 1, b: [{ c: 2 }] }, { b: [{ c: 2 }], a: 1 }, []],
  ['the order of a list does', [1, 2], [2, 1], ['/0', '/1']],
  ['a key more', { a: 1 }, { a: 1, 'x/y~z': 1 }, ['/x~1y~0z']],
  ['a key less', { a: 1, b: 2 }, { a: 1 }, ['/b']],
  ['null is not nothing', { a: null }, {}, ['/a']],
  ['a list is no object', { a: [] }, { a: {} }, ['/a']],
  ['a number is no text', { a: 1 }, { a: '1' }, ['/a']],
  ['a longer list', [1], [1, 2], ['/1']],
])('%s', (_, left, right, pointers) => {
  expect(jsonDifferences(left, right, 9).map(({ pointer }) => pointer)).toEqual(pointers);
});

it('stops after so many', () => {
  expect(jsonDifferences([1, 2, 3], [4, 5, 6], 2)).toHaveLength(2);
});
