import { expect, test } from 'vitest';
import { dataOf, manifest, saidOf } from './support/said.ts';

// The numbers are the rows of section 4 of the facts about validation.
test('row 45: a key of 1 MB', () => {
  expect(saidOf(manifest(`data:\n  ${'k'.repeat(1_000_000)}: x\n`))).toEqual([
    'SEA3203 error 5:3 A key is longer than 1024 characters. → Kubernetes has no key longer than 253; a quote may be missing.',
  ]);
});

test.each([
  ['brackets', '['.repeat(20_000)],
  ['dashes', '- '.repeat(20_000)],
  ['braces', '{a: '.repeat(20_000) + '}'.repeat(20_000)],
])('row 46: %s nested 20,000 deep', (_name, text) => {
  expect(saidOf(text)).toEqual([
    expect.stringMatching(
      /^SEA3215 error 1:\d+ The document is nested deeper than 500 levels\. → Look for a bracket that is never closed\.$/,
    ),
  ]);
});

test('row 47: a template that nobody rendered', () => {
  expect(saidOf(manifest('data:\n  a: {{ .Values.x }}\n'))).toEqual([
    'SEA3206 error 5:6 The file is an unrendered template: it holds {{ .Values.x }}. → Render it first, or put quotes around a text that is meant to hold {{ }}.',
  ]);
  expect(saidOf(manifest('data:\n  a: b\n{{- if .Values.x }}\n  c: d\n{{- end }}\n'))).toEqual([
    expect.stringContaining(
      'SEA3206 error 6:1 The file is an unrendered template: it holds {{- if .Values.x }}.',
    ),
  ]);
  expect(saidOf(manifest('data:\n  a: "{{ $labels.x }}"\n  b: |\n    {{ x }}\n  c: x-{{ name }}\n'))).toEqual(
    [],
  );
});

test('row 48: conflict markers', () => {
  const text = manifest('data:\n<<<<<<< HEAD\n  a: b\n=======\n  a: c\n>>>>>>> other\n');
  expect(saidOf(text)).toEqual([
    'SEA3205 error 5:1 A merge conflict is not resolved: the line "<<<<<<< HEAD" is Git\'s. → Keep the side that is right and delete the lines of <<<<<<<, ======= and >>>>>>>.',
  ]);
});

test('row 49: a variable of Flux is text', () => {
  const text = manifest('data:\n  a: ${FOO:=x}\n  b: "${BAR}"\n');
  expect(saidOf(text)).toEqual([]);
  expect(dataOf(text)).toEqual({ a: '${FOO:=x}', b: '${BAR}' });
});
