import { expect, test } from 'vitest';
import { dataOf, manifest, objects, saidOf } from './support/said.ts';

// The numbers are the rows of section 4 of the facts about validation.
test.each([
  ['row 23', '5', 'The key 5 is a number, not text.'],
  ['row 24', 'true', 'The key true is a boolean, not text.'],
  ['row 24', 'on', 'The key on is text to kustomize, and a boolean to kubectl and Argo CD.'],
  ['row 25', '~', 'The key ~ is the YAML word for nothing, not text.'],
  ['row 28', '2024-01-01', 'The key 2024-01-01 is a time, not text.'],
  ['row 32', '.inf', 'The key .inf is a number without end, not text.'],
])('%s: the key %s', (_row, key, sentence) => {
  expect(saidOf(manifest(`data:\n  ${key}: x\n  "${key}-": x\n`))).toEqual([
    `SEA3211 ${key === 'on' ? 'warning' : 'error'} 5:3 ${sentence} → Put it into quotes: "${key}".`,
  ]);
  expect(saidOf(manifest(`data:\n  "${key}": x\n`))).toEqual([]);
});

test('row 25: a key that is a list, and one that is empty', () => {
  expect(saidOf(manifest('data:\n  ? [a]\n  : x\n'))).toEqual([
    'SEA3211 error 5:5 A key is a mapping, a list or an alias, not text. → Write the key as plain or quoted text.',
  ]);
  expect(saidOf(manifest('data: {: x}\n'))).toEqual([
    expect.stringContaining('A key is empty. → Write the key before the colon.'),
  ]);
});

test('row 26: no is text to one and a boolean to the other', () => {
  const text = manifest('data:\n  k: no\n  q: "no"\n');
  expect(saidOf(text)).toEqual([
    'SEA3212 warning 5:6 no without quotes is text to kustomize, and false to kubectl and Argo CD. → Write "no" where text is meant, false where a boolean is.',
  ]);
  expect(dataOf(text)).toEqual({ k: 'no', q: 'no' });
});

test('row 27: an octal number, and a file mode as everybody writes it', () => {
  const text = manifest('data:\n  mode: 0644\n');
  expect(saidOf(text)).toEqual([
    'SEA3212 error 5:9 0644 is an octal number to kustomize and kubectl, which read 420; to YAML 1.2 it is 644. → Write 420 where a number is meant, "0644" where text is.',
  ]);
  expect(dataOf(text)).toEqual({ mode: 420 });
  expect(saidOf(manifest('spec:\n  volumes:\n  - secret: {defaultMode: 0400}\n'))).toEqual([]);
  expect(saidOf(manifest('spec:\n  account: 0123\n'))).toEqual([
    expect.stringContaining(
      'SEA3212 warning 5:12 0123 is an octal number to kustomize and kubectl, which read 83',
    ),
  ]);
  expect(saidOf(manifest('spec:\n  account: 0891\n'))).toEqual([
    expect.stringContaining('0891 is a number to kustomize and kubectl, which read 891'),
  ]);
});

test('row 28: a date', () => {
  const text = manifest('data:\n  k: 2024-01-01\n');
  expect(saidOf(text)).toEqual([
    'SEA3212 error 5:6 2024-01-01 without quotes is a time to kustomize, which writes 2024-01-01T00:00:00Z in its place. → Put it into quotes if it is text: "2024-01-01".',
  ]);
  expect(saidOf(manifest('spec:\n  at: 2024-01-01T10:20:30Z\n  on_: 2024-13-01\n'))).toEqual([]);
});

test('row 29: numbers that look like something else', () => {
  const text = manifest('data:\n  a: 1e10\n  b: 1_000\n  c: 0x1F\n  d: 1.10\n');
  expect(saidOf(text)).toEqual([
    'SEA3212 error 5:6 1e10 without quotes is the number 10000000000, not the text that must stand here. → Put it into quotes if it is text: "1e10".',
    'SEA3212 error 6:6 1_000 is the number 1000 to kustomize and kubectl, and text to YAML 1.2. → Write 1000 where a number is meant, "1_000" where text is.',
    'SEA3212 error 7:6 0x1F without quotes is the number 31, not the text that must stand here. → Put it into quotes if it is text: "0x1F".',
    'SEA3212 error 8:6 1.10 without quotes is the number 1.1, not the text that must stand here. → Put it into quotes if it is text: "1.10".',
  ]);
  expect(saidOf(manifest('spec: {a: 1e3, b: 0x1F, c: 1.0, d: -5}\n'))).toEqual([]);
  expect(saidOf(manifest('spec: {a: 1_000}\n'))).toEqual([expect.stringContaining('SEA3212 warning 4:11')]);
});

test('rows 30 and 31: numbers are read as they are; their range is a matter of the schema', () => {
  const text = manifest('spec: {replicas: 99999999999999999999, parts: 1.5}\n');
  expect(saidOf(text)).toEqual([]);
  expect(objects(text)).toEqual([expect.objectContaining({ spec: { replicas: 1e20, parts: 1.5 } })]);
});

test.each(['.nan', '.NaN', '.inf', '-.inf', '+.INF'])('row 32: %s', (word) => {
  expect(saidOf(manifest(`data:\n  a: ${word}\n`))).toEqual([
    `SEA3213 error 5:6 ${word} is a number without end in YAML, which JSON cannot hold. → Write a finite number, or quote the text.`,
  ]);
});

test.each(['!!binary', '!Ref', '!!str', '!'])('row 33: the tag %s', (tag) => {
  expect(saidOf(manifest(`data:\n  a: ${tag} aGk=\n`))).toEqual([
    `SEA3214 error 5:6 The value has the YAML tag ${tag}, which tools follow, drop or refuse as they like. → Leave the tag out, and quote what must be text.`,
  ]);
});
