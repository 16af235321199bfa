import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stableJson } from '../../src/json/stable-json.ts';
import { shareRepeats } from '../../src/schemas/share-repeats.ts';
import { acceptsText } from '../support/accepts.ts';

/** Large enough to be shared, and with parts of its own. */
const part = {
  type: 'object',
  additionalProperties: false,
  properties: Object.fromEntries(
    Array.from({ length: 12 }, (_, at) => [`field${at}`, { type: 'string', minLength: 1 }]),
  ),
};

test('a large part that comes twice is written once', () => {
  const whole = {
    type: 'object',
    properties: { a: part, b: { type: 'array', items: part }, c: { allOf: [part] } },
  };
  const shared = shareRepeats(whole);
  expect(stableJson(shared).match(/"field11"/g)).toHaveLength(1);
  expect(shared['definitions']).toEqual({ part1: part });
});

test('a schema without large repeats stays as it is', () => {
  const whole = { type: 'object', properties: { a: part, b: { type: 'string' }, c: { type: 'string' } } };
  expect(shareRepeats(whole)).toEqual(whole);
});

test('a shared schema accepts exactly what the whole one accepts', () => {
  const leaf = fc.constantFrom({ type: 'string' }, { type: 'integer' }, part, {
    type: ['object', 'null'],
    properties: { x: part },
  });
  const schema = fc
    .dictionary(fc.constantFrom('a', 'b', 'c', 'd'), leaf)
    .map((properties) => ({ type: 'object', properties }));
  const inner = fc.constantFrom<unknown>(
    null,
    'x',
    1,
    {},
    { field0: 'y' },
    { field0: '' },
    { x: { field1: 'z' } },
    { x: 1 },
  );
  const value = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), inner);
  fc.assert(
    fc.property(schema, schema, value, (first, second, object) => {
      const whole = { type: 'object', properties: { one: first, two: second } };
      const answer = (text: string) => acceptsText(text, { one: object, two: object });
      expect(answer(stableJson(shareRepeats(whole)))).toBe(answer(stableJson(whole)));
    }),
    { numRuns: 100 },
  );
});
