import { isDeepStrictEqual } from 'node:util';
import { assert, dictionary, jsonValue, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keepEqual } from '../../src/json/keep-equal.ts';

describe('keepEqual', () => {
  it('changes nothing of the new value, nor the order of its keys', () => {
    const values = dictionary(string({ maxLength: 2 }), jsonValue({ maxDepth: 3 }), {
      noNullPrototype: true,
    });
    assert(
      property(values, values, (previous, next) => {
        const before = JSON.stringify([previous, next]);
        const kept = keepEqual(previous, next);
        expect(JSON.stringify(kept)).toBe(JSON.stringify(next));
        expect(JSON.stringify([previous, next])).toBe(before);
      }),
    );
  });

  it('is the value of before where both are equal', () => {
    const value = jsonValue({ maxDepth: 4 });
    assert(
      property(value, (previous) => {
        const next: unknown = structuredClone(previous);
        expect(keepEqual(previous, next)).toBe(previous);
      }),
    );
  });

  it('keeps the members of a list by their names, wherever they stand now', () => {
    const previous = [
      { name: 'a', is: { deep: 1 } },
      { name: 'b', is: { deep: 2 } },
    ];
    const kept = keepEqual(previous, [
      { name: 'new', is: { deep: 0 } },
      { name: 'a', is: { deep: 1 } },
      { name: 'b', is: { deep: 3 } },
    ]);
    expect(kept[1]).toBe(previous[0]);
    expect(kept[2]).toEqual({ name: 'b', is: { deep: 3 } });
    expect(isDeepStrictEqual(previous[1], { name: 'b', is: { deep: 2 } })).toBe(true);
  });

  it('is not misled by a key that every object inherits', () => {
    expect(keepEqual({}, { constructor: {} })).toEqual({ constructor: {} });
    const previous = JSON.parse('{"__proto__":{"a":1}}') as object;
    expect(JSON.stringify(keepEqual(previous, JSON.parse('{"__proto__":{"a":2}}')))).toBe(
      '{"__proto__":{"a":2}}',
    );
  });
});
