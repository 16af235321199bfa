import fc from 'fast-check';
import { expect, test } from 'vitest';
import { refusals } from '../../src/admission/refusals.ts';
import { pointerKeys } from '../../src/json/json-pointer.ts';
import { admissionCases } from '../support/cases.ts';

const objects = admissionCases().map(({ object }) => object);
const odd = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom<unknown>(undefined, null, [], {}, [[]], [null], '', Number.NaN),
);

/** A copy in which the value at one place of the object is another. */
function replaced(node: unknown, at: number, value: unknown): unknown {
  let left = at;
  const visit = (inner: unknown): unknown => {
    if (left-- === 0) return value;
    if (Array.isArray(inner)) return inner.map(visit);
    if (typeof inner !== 'object' || inner === null) return inner;
    return Object.fromEntries(Object.entries(inner).map(([key, child]) => [key, visit(child)]));
  };
  return visit(node);
}

test('no value in any place makes a rule throw, and every place is a pointer', () => {
  fc.assert(
    fc.property(fc.constantFrom(...objects), fc.nat({ max: 150 }), odd, (object, at, value) => {
      const other = replaced(object, at, value);
      const before = JSON.stringify(other);
      for (const { field, sentence, hint, code } of refusals(other, { kubernetes: '1.29.15' })) {
        expect(pointerKeys(field).every((key) => typeof key === 'string')).toBe(true);
        expect(field === '' || field.startsWith('/')).toBe(true);
        expect(code).toMatch(/^SEA31\d\d$/);
        expect(sentence).toMatch(/\.$/);
        expect(hint).toMatch(/[.?]$/);
      }
      expect(JSON.stringify(other)).toBe(before);
    }),
    { numRuns: 5000 },
  );
});

test.each([undefined, null, 'text', 3, [], [{}]])('%j is no object, and nothing is said of it', (value) => {
  expect(refusals(value, { kubernetes: '1.29.15' })).toEqual([]);
});
