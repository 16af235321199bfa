import { expect, test } from 'vitest';
import { objects, read, said, saidOf } from './support/said.ts';

// The numbers are the rows of section 4 of the facts about validation.
test('row 34: nested Lists are written out, and keep their pointers', () => {
  const text = 'kind: List\nitems:\n- kind: List\n  items:\n  - kind: A\n    x: 1\n- kind: B\n';
  const source = read(text);
  expect(said(source)).toEqual([]);
  expect(source.objects.map(({ object, pointer, locate }) => [object, pointer, locate('/x')])).toEqual([
    [{ kind: 'A', x: 1 }, '/items/0/items/0', { line: 6, column: 5 }],
    [{ kind: 'B' }, '/items/1', { line: 7, column: 3 }],
  ]);
});

test('row 35: items that are a mapping', () => {
  expect(saidOf('kind: List\nitems:\n  a: {kind: A}\n')).toEqual([
    'SEA3217 error 2:1 The items of the List are a mapping, not a list, so nothing of it is applied. → Begin each item with a dash.',
  ]);
});

test('row 36: a ConfigMapList', () => {
  expect(objects('kind: ConfigMapList\nitems:\n- kind: ConfigMap\n')).toEqual([{ kind: 'ConfigMap' }]);
  expect(objects('kind: AllowList\nspec: {}\n')).toEqual([{ kind: 'AllowList', spec: {} }]);
  expect(saidOf('kind: ConfigMapList\nitems: null\n')).toEqual([
    expect.stringContaining('The file holds no objects.'),
  ]);
});

test('row 37: items that are no objects', () => {
  expect(saidOf('kind: List\nitems:\n- kind: A\n- null\n- 5\n')).toEqual([
    'SEA3217 error 4:3 The item 1 of the List is empty, not an object. → Write an object, or take the item out; items count from 0.',
    'SEA3217 error 5:3 The item 2 of the List is a number, not an object. → Write an object, or take the item out; items count from 0.',
  ]);
});
