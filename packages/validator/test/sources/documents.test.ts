import { expect, test } from 'vitest';
import { dataOf, manifest, saidOf } from './support/said.ts';

// The numbers are the rows of section 4 of the facts about validation.
test.each(['', '\n\n', '# only\n', '---\n', '---\n---\n# x\n---\n', 'null\n', '{}\n', '\ufeff'])(
  'row 15: %j holds no objects',
  (text) => {
    expect(saidOf(text)).toEqual([
      'SEA3219 warning 1:1 The file holds no objects. → Delete it, or write the object that belongs there.',
    ]);
  },
);

test.each([
  ['hello\n', 'a text'],
  ['- a\n', 'a list'],
  ['5\n', 'a number'],
  ['true\n', 'a boolean'],
])('row 16: %j is no object', (text, what) => {
  expect(saidOf(text)).toEqual([
    `SEA3217 error 1:1 The document is ${what}, where an object is expected. → Write a mapping with apiVersion, kind and metadata.`,
  ]);
});

test('row 17: content behind the dashes', () => {
  expect(saidOf('--- {kind: A}\n--- {kind: B}\n')).toEqual([
    'SEA3207 error 2:1 "{kind: B}" stands on the line of a document separator, which kustomize refuses. → Begin the document on the line below the dashes.',
  ]);
});

test('row 18: what follows "..." is never dropped without a word', () => {
  expect(saidOf(`${manifest('')}...\n${manifest('')}`)).toEqual([
    'SEA3207 error 4:1 What follows "..." is lost: kustomize ends the document there and reads no further one. → Write "---" in place of "...".',
  ]);
  expect(saidOf(`${manifest('')}...\n`)).toEqual([]);
  expect(saidOf(`${manifest('')}... # end\n\n---\n${manifest('')}`)).toEqual([]);
  expect(saidOf(`...\n${manifest('')}`)).toEqual([
    'SEA3207 error 1:1 "..." ends a document that has not begun, which kustomize refuses. → Leave the line out.',
  ]);
});

test('row 19: two JSON objects on two lines', () => {
  expect(saidOf('{"kind": "A"}\n{"kind": "B"}\n')).toEqual([
    'SEA3207 error 2:1 A second value follows without a document separator; tools that read only the first lose it. → Put a line "---" between the two, or put them into a List.',
  ]);
});

test.each(['----', '---x', '---#x'])('row 20: a line %s', (line) => {
  expect(saidOf(`${manifest('')}${line}\n${manifest('')}`)).toEqual([
    `SEA3207 error 4:1 The line "${line}" is no document separator, though it begins like one. → Write exactly three dashes, or indent the line where it belongs to a text.`,
  ]);
});

test('row 21: a directive', () => {
  expect(saidOf(`%YAML 1.2\n---\n${manifest('')}`)).toEqual([
    'SEA3207 error 1:1 The directive %YAML is refused by kustomize, and changes how other tools read the file. → Leave the line out.',
  ]);
});

test('row 22: dashes inside a block text are text', () => {
  const text = manifest('data:\n  a: |\n    ---\n    ...\n    %x\n');
  expect(saidOf(text)).toEqual([]);
  expect(dataOf(text)).toEqual({ a: '---\n...\n%x\n' });
});
