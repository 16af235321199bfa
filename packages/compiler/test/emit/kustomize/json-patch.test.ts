import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jsonPatch } from '../../../src/emit/kustomize/json-patch.ts';
import { applyJsonPatch } from '../../../src/resolve/json-patch.ts';

const named = fc.uniqueArray(fc.record({ name: fc.constantFrom('a', 'b', 'c', 'd'), value: fc.nat(3) }), {
  maxLength: 4,
  selector: ({ name }) => name,
});
const json = fc.oneof(
  named,
  fc.jsonValue({ depthSize: 'small', maxDepth: 4 }),
  fc.array(fc.record({ value: fc.nat(2) }), { maxLength: 4 }),
);
const document = fc.dictionary(fc.constantFrom('a', 'b/c', 'd~e', '', '-'), json, { maxKeys: 3 });

test('the operations turn one value into the other', () => {
  fc.assert(
    fc.property(document, document, (from, to) => {
      expect(applyJsonPatch(from, jsonPatch(from, to) as never)).toEqual(to);
    }),
    { numRuns: 2000 },
  );
});

test('equal values need none', () => {
  fc.assert(
    fc.property(document, (value) => {
      expect(jsonPatch(value, structuredClone(value))).toEqual([]);
    }),
  );
});

test('elements are found by their name, and added where they belong', () => {
  const long = 'a value that is long enough not to be repeated in the patch of another one';
  const [a, b, c] = ['A', 'B', 'C'].map((name) => ({ name, value: long }));
  const from = { env: [a, b, c] };
  const to = { env: [{ name: 'NEW' }, a, { name: 'C', value: '3' }, { name: 'LAST' }] };
  expect(jsonPatch(from, to)).toEqual([
    { op: 'replace', path: '/env/2/value', value: '3' },
    { op: 'remove', path: '/env/1' },
    { op: 'add', path: '/env/0', value: { name: 'NEW' } },
    { op: 'add', path: '/env/-', value: { name: 'LAST' } },
  ]);
});

test('a list that has little in common with the old one is replaced', () => {
  expect(jsonPatch({ a: [{ x: 1, y: 1, z: 1 }] }, { a: [{ v: 1 }] })).toEqual([
    { op: 'replace', path: '/a', value: [{ v: 1 }] },
  ]);
});
