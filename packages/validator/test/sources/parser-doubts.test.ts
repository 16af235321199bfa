import { expect, test } from 'vitest';
import { readSource } from '../../src/sources/read-source.ts';
import { manifest, said } from './support/said.ts';

const saidOf = (text: string): readonly string[] =>
  said(readSource('a.yaml', new TextEncoder().encode(manifest(text))));

test.each([
  ['spec: [?a]\n', '4:8', 'A text inside brackets has a question mark or a colon'],
  ['spec: {"a"::1}\n', '4:12', 'A text inside brackets has a question mark or a colon'],
  ['spec: {a, b: c}\n', '4:8', 'The key a has no value'],
  ['spec: [a: , b]\n', '4:8', 'The key a has no value'],
  ['spec: {a: }\n', '4:8', 'The key a has no value'],
  ['spec: [a: b, c:]\n', '4:14', 'The colon behind c has no space behind it'],
  ['spec: [a? b]\n', '4:8', 'A text inside brackets has a question mark'],
  ['spec:\n  ? a\n', '5:5', 'The key a has no value'],
  ['spec:\n  a: >\n    x\n      y\n', '5:6', 'kustomize adds blank lines to a folded text (>)'],
  [
    'spec:\n  a: |+\n    x\n\n# c\n',
    '5:6',
    'kustomize adds a blank line to a text that keeps its blank lines (+)',
  ],
])('%j is told', (text, place, sentence) => {
  expect(saidOf(text)).toEqual([
    expect.stringMatching(new RegExp(`^SEA3221 (error|warning) ${place} ${RegExp.escape(sentence)}`)),
  ]);
});

test.each([
  'spec: [a?, "?b", a:b]\n',
  'spec:\n  a: ?b\n  c: :d\n',
  'spec:\n  a: >\n    x\n    y\n\n    z\n  b: |+\n    x\n\n  c: |\n      x\n       y\n# c\n',
])('%j is not', (text) => {
  expect(saidOf(text)).toEqual([]);
});

test.each([
  ['an anchor that Go cannot read', 'spec: &a" 1\n', 'SEA3209 error 4:11 The anchor &a" has a name'],
  [
    'a quoted merge key',
    'spec: {"<<": {a: b}}\n',
    'SEA3211 error 4:8 The key "<<" in quotes is text to YAML',
  ],
])('%s', (_name, text, start) => {
  expect(saidOf(text)).toEqual([expect.stringMatching(new RegExp(`^${RegExp.escape(start)}`))]);
});

test.each([
  ['behind a dash', 'spec:\n  - \ta\n', '5:5'],
  ['in brackets below a key', 'spec: {\n  a: b\n \t}\n', '6:2'],
  ['where a block text begins', 'spec:\n  a: |\n    \tx\n', '6:5'],
])('a tab %s', (_name, text, place) => {
  expect(saidOf(text)).toEqual([
    expect.stringContaining(`SEA3204 error ${place} The line is indented with a tab`),
  ]);
});

test('a line that goes on after a backslash and an empty line', () => {
  expect(saidOf('spec: "a\\\n\n  b"\n')).toEqual([
    expect.stringContaining('SEA3220 error 4:9 A line that ends with a backslash'),
  ]);
});

test('a key that JavaScript is touchy about is a key', () => {
  const { objects, findings } = readSource(
    'a.yaml',
    new TextEncoder().encode(manifest('spec: {__proto__: {a: 1}, constructor: b, hasOwnProperty: c}\n')),
  );
  expect(findings).toEqual([]);
  expect(JSON.stringify(objects[0]?.object['spec'])).toBe(
    '{"__proto__":{"a":1},"constructor":"b","hasOwnProperty":"c"}',
  );
});

test.each([
  ['a bad indentation', 'data:\n   a: 1\n  b: 2\n', 'SEA3203 error 6:1 '],
  ['a missing quote', 'data: "a\n', 'SEA3203 error '],
  ['a missing bracket', 'data: [a\n', 'SEA3203 error '],
  ['a colon too many', 'data: a: b\n', 'SEA3203 error 4:7 A key with a value of its own stands on the line'],
  ['a missing colon', 'data:\n  a\n  b: c\n', 'SEA3203 error 5:3 A line has no colon'],
  [
    'a reserved character',
    'data: @a\n',
    'SEA3203 error 4:7 Plain value cannot start with reserved character @',
  ],
  [
    'an unknown escape',
    'data: "\\d"\n',
    'SEA3203 error 4:8 Invalid escape sequence \\d inside double quotes.',
  ],
])('%s has a place and a way out', (_name, text, start) => {
  expect(saidOf(text)).toEqual([expect.stringMatching(new RegExp(`^${RegExp.escape(start)}.* → .+`))]);
});

test('each unreadable document of a file is told, the readable ones are read, and the telling ends', () => {
  const source = (text: string) => readSource('a.yaml', new TextEncoder().encode(text));
  const two = source(`${manifest('a: "\n')}---\n${manifest('')}`);
  expect(two.findings).toHaveLength(1);
  const mixed = source(`a: b: c\n---\n${manifest('')}---\nd: e: f\n`);
  expect(mixed.findings.map(({ place }) => place.source?.line)).toEqual([1, 7]);
  expect(mixed.objects).toHaveLength(1);
  expect(source('a: b: c\n---\n'.repeat(1000)).findings.length).toBeLessThan(20);
});
