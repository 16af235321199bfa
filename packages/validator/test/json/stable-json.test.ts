import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NotJsonError } from '../../src/json/not-json-error.ts';
import { appendPointer, pointerKeys } from '../../src/json/json-pointer.ts';
import { stableJson } from '../../src/json/stable-json.ts';

test('the text is JSON of the same value, on one line', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = stableJson(value);
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      expect(text).not.toContain('\n');
    }),
  );
});

test('the order in which fields were set does not show', () => {
  expect(stableJson({ b: 1, a: { d: 1, c: [2] } })).toBe('{"a":{"c":[2],"d":1},"b":1}');
  expect(stableJson({ a: { c: [2], d: 1 }, b: 1 })).toBe('{"a":{"c":[2],"d":1},"b":1}');
});

test('a field that is undefined is absent, and a bigint keeps its digits', () => {
  expect(stableJson({ a: undefined, b: 9223372036854775807n })).toBe('{"b":9223372036854775807}');
});

const cyclic: Record<string, unknown> = {};
cyclic['self'] = cyclic;

test.each([
  [{ spec: { replicas: Number.NaN } }, '/spec/replicas', 'the number NaN'],
  [{ 'a/b': [1, Number.POSITIVE_INFINITY] }, '/a~1b/1', 'the number Infinity'],
  [{ data: { key: Buffer.from('x') } }, '/data/key', 'a Buffer'],
  [{ at: new Date(0) }, '/at', 'a Date'],
  [{ run: () => 1 }, '/run', 'a value of type function'],
  [cyclic, '/self'.repeat(500), 'a value nested deeper than 500 levels'],
])('%j holds what JSON cannot hold', (value, pointer, found) => {
  const error = caught(() => stableJson(value));
  expect(error).toBeInstanceOf(NotJsonError);
  expect(error).toMatchObject({ pointer, found });
});

test('a pointer gives back the keys that it was made of', () => {
  fc.assert(
    fc.property(fc.array(fc.string()), (keys) => {
      expect(pointerKeys(keys.reduce((pointer, key) => appendPointer(pointer, key), ''))).toEqual(keys);
    }),
  );
});

function caught(run: () => unknown): unknown {
  try {
    return run();
  } catch (error) {
    return error;
  }
}
