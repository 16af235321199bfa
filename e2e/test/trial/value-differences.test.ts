import { expect, test } from 'vitest';
import { describeDifference, valueDifferences } from '../../src/trial/differences/value-differences.ts';

test('equal values differ nowhere, whatever the order of their keys', () => {
  expect(valueDifferences({ a: [1, { b: 'x' }], c: null }, { c: null, a: [1, { b: 'x' }] })).toEqual([]);
});

test('the smallest places are told, with what is wanted and what is live', () => {
  const wanted = { spec: { replicas: 3, rules: [{ host: 'a' }], 'x/y': 1 } };
  const live = { spec: { replicas: 4, rules: [{ host: 'a' }, { host: 'b' }] } };
  expect(valueDifferences(wanted, live)).toEqual([
    { path: '.spec.replicas', wanted: 3, live: 4 },
    { path: '.spec.rules[1]', wanted: undefined, live: { host: 'b' } },
    { path: '.spec["x/y"]', wanted: 1, live: undefined },
  ]);
});

test('a value of another kind is one difference', () => {
  expect(valueDifferences({ a: [] }, { a: {} })).toEqual([{ path: '.a', wanted: [], live: {} }]);
});

test('a sentence says what is there, what should be, and cuts what is long', () => {
  const say = (wanted: unknown, live: unknown) =>
    describeDifference('Deployment shop/web', { path: '.spec.replicas', wanted, live });
  expect(say(3, 4)).toBe('Deployment shop/web has .spec.replicas 4 instead of 3');
  expect(say(3, undefined)).toBe('Deployment shop/web lacks .spec.replicas, which should be 3');
  expect(say(undefined, 4)).toBe('Deployment shop/web has .spec.replicas 4, which should not be there');
  expect(say('x'.repeat(500), 1).length).toBeLessThan(250);
});
