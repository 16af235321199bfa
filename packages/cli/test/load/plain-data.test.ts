import { Deployment } from 'kubernetes-models/apps/v1/Deployment';
import { expect, it } from 'vitest';
import { plainData } from '../../src/load/plain-data.ts';

it.each([
  ['a date', new Date(0), '1970-01-01T00:00:00.000Z'],
  ['an absent field', { a: undefined, b: 1 }, { b: 1 }],
  ['an object without a prototype', Object.assign(Object.create(null) as object, { a: 1 }), { a: 1 }],
  [
    'the same object twice',
    (() => {
      const one = { a: 1 };
      return [one, one];
    })(),
    [{ a: 1 }, { a: 1 }],
  ],
  [
    'an object of kubernetes-models',
    { own: new Deployment({ metadata: { name: 'api' } }) },
    { own: { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'api' } } },
  ],
])('%s is data', (_, value, data) => {
  expect(plainData(value)).toEqual({ value: data, problems: [] });
});

it('a key that would change the object stays a key', () => {
  const { value } = plainData(JSON.parse('{"__proto__":{"a":1}}'));
  expect(Object.keys(value as object)).toEqual(['__proto__']);
  expect((value as { a?: number }).a).toBeUndefined();
});

class Region {
  readonly name = 'paris';
}
const circle: { inner: { self?: unknown } } = { inner: {} };
circle.inner.self = circle;

it.each([
  [{ a: [1, () => 1] }, ['a', '1'], 'a function'],
  [{ a: Symbol('x') }, ['a'], 'a symbol'],
  [{ a: 1n }, ['a'], 'a BigInt'],
  [{ a: Number.NaN }, ['a'], 'the number NaN'],
  [{ a: -Infinity }, ['a'], 'the number -Infinity'],
  [{ a: new Map() }, ['a'], 'an instance of Map'],
  [{ a: new Region() }, ['a'], 'an instance of Region'],
  [{ a: [undefined] }, ['a', '0'], 'undefined'],
  [{ [Symbol('x')]: 1 }, [], 'an object with the key Symbol(x)'],
  [circle, ['inner', 'self'], 'an object that contains itself'],
])('%o is no data', (value, path, found) => {
  expect(plainData(value).problems).toEqual([{ path, found }]);
});
