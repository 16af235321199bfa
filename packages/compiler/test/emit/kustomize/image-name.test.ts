import { expect, test } from 'vitest';
import { imageEntry, replaceImage } from '../../../src/emit/kustomize/image-name.ts';

const digest = `sha256:${'ab'.repeat(32)}`;

test.each([
  ['r.example/api', 'r.example/api:1.2', { name: 'r.example/api', newTag: '1.2' }],
  ['localhost:5000/api:1', 'localhost:5000/api:2', { name: 'localhost:5000/api', newTag: '2' }],
  ['api:1', `api@${digest}`, { name: 'api', digest }],
  ['api:1', `api:2@${digest}`, { name: 'api', newTag: '2', digest }],
  ['api:1', 'mirror/api:1', { name: 'api', newName: 'mirror/api' }],
  ['api:1', 'mirror/api:2', { name: 'api', newName: 'mirror/api', newTag: '2' }],
])('%s becomes %s', (from, to, entry) => {
  expect(imageEntry(from, to)).toEqual(entry);
  expect(replaceImage(from, entry)).toBe(to);
});

test.each([
  ['a tag cannot be taken away', 'api:1', 'api'],
  ['kustomize knows no other digest', `api@sha512:${'ab'.repeat(64)}`, 'api:2'],
  ['the name is a regular expression', 'a+b:1', 'a+b:2'],
])('no entry: %s', (_case, from, to) => {
  expect(imageEntry(from, to)).toBeUndefined();
});
