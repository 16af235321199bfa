import { mkdtempSync, rmSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSource } from '@seatrial/validator';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BuiltRoot, buildRoots } from '../../src/kustomize/kustomize-builder.ts';
import { prepare } from '../../src/prepare/prepare.ts';
import { needs } from '../prepare/support/needs.ts';

const head = (name: string): string => `apiVersion: example.com/v1\nkind: Thing\nmetadata: {name: ${name}}\n`;
const thing = (spec: string): string => `${head('x')}${spec}`;

/** What people get wrong in YAML, and what they fear to. `said`: there is a finding that is an error. */
const traps: readonly (readonly [what: string, content: string | Uint8Array, said: boolean])[] = [
  ['a tab as indentation', thing('spec:\n\ta: b\n'), true],
  ['a tab behind a colon', thing('spec:\n  a:\tb\n'), false],
  ['a tab in an empty line', thing('spec:\n  a: b\n\t\n  c: d\n'), true],
  ['a duplicate key', thing('spec: {a: b, a: c}\n'), true],
  ['a duplicate key far away', thing('spec:\n  a: 1\n  b: {a: 1}\n  a: 2\n'), true],
  ['an anchor and an alias', thing('spec:\n  a: &x {b: c}\n  d: *x\n'), false],
  ['a merge key and an own key', thing('spec:\n  a: &x {b: c, d: e}\n  f: {<<: *x, b: g}\n'), false],
  ['two merged mappings', thing('spec:\n  a: &x {b: c}\n  d: &y {e: f}\n  g: {<<: [*x, *y]}\n'), false],
  ['an alias in another document', `${thing('spec: &x {a: b}\n')}---\n${head('y')}spec: *x\n`, true],
  ['NO', thing('spec: {country: NO, on: y}\n'), false],
  ['an octal number', thing('spec: {mode: 0644, other: 0o644, nine: 0899}\n'), false],
  ['1e3 and other numbers', thing('spec: [1e3, 1E3, 1.0, .5, 1., +1, -0, 0x1F, 0b11, 1_000, 1:30]\n'), false],
  [
    'huge integers',
    thing('spec: [9223372036854775807, 18446744073709551616, 99999999999999999999]\n'),
    false,
  ],
  ['no finite number', thing('spec: [.nan, .inf]\n'), true],
  ['times', thing('spec: [2024-01-01T10:20:30Z, 2024-13-01]\n'), false],
  ['a date', thing('spec: [2024-01-01]\n'), true],
  ['nothing', thing('spec:\n  a:\n  b: ~\n  c: null\n  d: ""\n'), false],
  ['nothing in brackets', thing('spec: {a: , b: c}\n'), true],
  ['a mark at the start', `\ufeff${thing('spec: {a: b}\n')}`, false],
  ['a mark before the second document', `${thing('')}---\n\ufeff${head('y')}`, false],
  ['Windows line ends', thing('spec:\n  a: |\n    b\n    c\n').replaceAll('\n', '\r\n'), false],
  ['old line ends', thing('spec: {a: b}\n').replaceAll('\n', '\r'), true],
  ['UTF-16', Buffer.from(`\ufeff${thing('spec: {a: b}\n')}`, 'utf16le'), true],
  ['Latin-1', Buffer.from(thing('spec: {a: é}\n'), 'latin1'), true],
  ['several documents', `---\n${thing('')}---\n---\n# nothing\n---\n${head('y')}---\n`, false],
  ['a separator without a line end', `${thing('')}---`, false],
  ['no line end at the end', thing('spec: {a: b}'), false],
  ['a separator with a comment', `${thing('')}--- # next\n${head('y')}`, false],
  ['content behind the dashes', `--- {apiVersion: v1, kind: Thing, metadata: {name: x}}\n`, false],
  ['three dots', `${thing('')}...\n${head('y')}`, true],
  ['a directive', `%YAML 1.1\n---\n${thing('')}`, true],
  ['JSON', JSON.stringify({ apiVersion: 'v1', kind: 'Thing', metadata: { name: 'x' } }), false],
  [
    'JSON with tabs',
    JSON.stringify({ apiVersion: 'v1', kind: 'Thing', metadata: { name: 'x' } }, null, '\t'),
    false,
  ],
  ['two JSON texts', '{"apiVersion":"v1","kind":"T","metadata":{"name":"x"}}\n{"kind":"T"}\n', true],
  [
    'a List',
    `kind: List\napiVersion: v1\nitems:\n- {apiVersion: v1, kind: Thing, metadata: {name: x}}\n`,
    false,
  ],
  [
    'a list of a kind',
    `kind: ThingList\napiVersion: v1\nitems:\n- {apiVersion: v1, kind: Thing, metadata: {name: x}}\n`,
    false,
  ],
  [
    'a List with a mapping',
    `kind: List\napiVersion: v1\nitems: {a: {apiVersion: v1, kind: Thing, metadata: {name: x}}}\n`,
    true,
  ],
  ['an integer as a key', thing('spec: {5: a}\n'), true],
  ['a boolean as a key', thing('spec: {true: a}\n'), true],
  ['a colon in a text', thing('spec: {url: http://x:80/a, b: "a: b"}\n'), false],
  ['a colon that makes a mapping', thing('spec:\n  a: b: c\n'), true],
  ['a comment without a space', thing('spec: {a: b#c}\n'), false],
  ['a folded text', thing('spec:\n  a: >-\n    b\n    c\n\n    d\n'), false],
  ['a text that keeps its end', thing('spec:\n  a: |+\n    b\n\n  c: d\n'), false],
  ['a quote that is open', thing('spec: {a: "b}\n'), true],
  ['a template', thing('spec: {a: {{ .Values.a }}}\n'), true],
  ['a tag', thing('spec: {a: !!str 5}\n'), true],
];

const built = new Map<string, BuiltRoot>();
const folder = mkdtempSync(join(tmpdir(), 'seatrial-traps-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

beforeAll(async () => {
  await prepare(needs({ tools: ['kustomize-builder'] }), () => {});
  const nameOf = new Map<string, string>();
  for (const [at, [what, content]] of traps.entries()) {
    const root = join(folder, String(at));
    await mkdir(root);
    await writeFile(join(root, 'thing.yaml'), content);
    await writeFile(join(root, 'kustomization.yaml'), 'resources: [thing.yaml]\n');
    nameOf.set(root, what);
  }
  for await (const one of buildRoots(nameOf.keys())) built.set(nameOf.get(one.root) ?? '', one);
}, 600_000);

test.each(traps)('%s', (what, content, said) => {
  const { objects, findings } = readSource('thing.yaml', Buffer.from(content as string));
  const errors = findings.filter(({ severity }) => severity === 'error');
  expect(errors.length > 0).toBe(said);
  for (const { place } of errors) expect(place.source?.line).toBeGreaterThan(0);
  const answer = built.get(what);
  if (answer === undefined) throw new Error('It was not built.');
  // What kustomize refuses is never passed over; what it takes is read as it reads it, or told.
  if ('error' in answer) expect(said).toBe(true);
  else if (!said) expect(objects.map(({ object }) => object)).toEqual(answer.objects);
});
