import { expect, test } from 'vitest';
import { readDocuments } from '../../src/sources/read-documents.ts';

const text = `# first
base: &base
  image: nginx
---
metadata: {name: a, labels: {x.y/z: "1"}}
base: &base
  kept: 1
  image: nginx
spec: &spec
  <<: *base
  containers:
    - name: one
      image: nginx
    -
      name: two
copy: *spec
`;
const [, document] = readDocuments('a.yaml', new TextEncoder().encode(text)).documents;
const at = (pointer: string): string => {
  const { line, column } = document?.locate(pointer) ?? { line: 0, column: 0 };
  return `${line}:${column}`;
};

test.each([
  ['', '5:1'],
  ['/metadata', '5:1'],
  ['/metadata/name', '5:12'],
  ['/metadata/labels/x.y~1z', '5:30'],
  ['/spec/containers/0', '12:7'],
  ['/spec/containers/0/image', '13:7'],
  ['/spec/containers/1/name', '15:7'],
  // What is not there is at the nearest node above it.
  ['/spec/containers/1/image', '15:7'],
  ['/spec/containers/7', '11:3'],
  ['/nothing/below', '5:1'],
  // What came by a merge or an alias is where it is written.
  ['/spec/kept', '7:3'],
  ['/copy/containers/0/name', '12:7'],
  ['/copy/image', '8:3'],
])('%s is at %s', (pointer, place) => {
  expect(at(pointer)).toBe(place);
});

test('the index of a document counts empty ones', () => {
  const { documents } = readDocuments('a.yaml', new TextEncoder().encode('---\n---\na: 1\n---\nb: 1\n'));
  expect(documents.map(({ index, locate }) => [index, locate('').line])).toEqual([
    [1, 3],
    [2, 5],
  ]);
});
