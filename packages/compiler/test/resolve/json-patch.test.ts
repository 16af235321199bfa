import { expect, test } from 'vitest';
import { applyJsonPatch, PatchPathError } from '../../src/resolve/json-patch.ts';

const object = { a: { 'b/c': [1, 2, 3] } };

test.each([
  ['adds a key', { op: 'add', path: '/a/d', value: 4 }, { a: { 'b/c': [1, 2, 3], d: 4 } }],
  ['inserts into a list', { op: 'add', path: '/a/b~1c/1', value: 9 }, { a: { 'b/c': [1, 9, 2, 3] } }],
  ['appends to a list', { op: 'add', path: '/a/b~1c/-', value: 9 }, { a: { 'b/c': [1, 2, 3, 9] } }],
  ['replaces an element', { op: 'replace', path: '/a/b~1c/0', value: 9 }, { a: { 'b/c': [9, 2, 3] } }],
  ['removes an element', { op: 'remove', path: '/a/b~1c/2' }, { a: { 'b/c': [1, 2] } }],
  ['removes a key', { op: 'remove', path: '/a' }, {}],
] as const)('%s', (_name, operation, expected) => {
  expect(applyJsonPatch(object, [operation])).toEqual(expected);
});

test.each([
  [{ op: 'replace', path: '/x', value: 1 }, 'path "/x" ends before "x"'],
  [{ op: 'add', path: '/x/y', value: 1 }, 'path "/x/y" ends before "x"'],
  [{ op: 'remove', path: '/a/b~1c/3' }, 'path "/a/b~1c/3" is outside a list of 3'],
  [{ op: 'add', path: '/a/b~1c/01', value: 1 }, 'is outside a list of 3'],
  [{ op: 'add', path: 'a', value: 1 }, 'does not begin with "/"'],
] as const)('%j leads nowhere', (operation, sentence) => {
  expect(() => applyJsonPatch(object, [operation])).toThrow(PatchPathError);
  expect(() => applyJsonPatch(object, [operation])).toThrow(sentence);
});
