import fc from 'fast-check';

/** One thing that happens to a file by accident. Numbers choose the place; they count round the file's lines. */
export type Mishap =
  | { readonly does: 'cut'; readonly at: number }
  | { readonly does: 'drop' | 'repeat' | 'indent'; readonly line: number }
  | { readonly does: 'swap'; readonly line: number; readonly value: string }
  | { readonly does: 'insert'; readonly line: number; readonly text: string };

const values = [
  '[]',
  '{}',
  'null',
  '0',
  '-1',
  'true',
  '~',
  "''",
  '[[{}]]',
  '{a: {b: [1]}}',
  '*nowhere',
  '"${X}"',
  '&a [*a]',
];
const texts = [
  '---',
  '...',
  '\tkey: value',
  'resources: [.]',
  'resources: [..]',
  'resources: [../base, ../overlays/dev]',
  'components: [../../components/debug]',
  'patches: [{path: .}]',
  'patches: [{patch: "- op: remove\\n  path: /a"}]',
  'namespace: 7',
  'kind: List',
  'items: [null, 7, []]',
  'metadata: []',
  'spec: text',
  'images: [{name: "["}]',
  '<<<<<<< HEAD',
  '{{ .Values.x }}',
  '\u0000',
];
const line = fc.nat(200);

export const mishap: fc.Arbitrary<Mishap> = fc.oneof(
  fc.record({ does: fc.constant('cut' as const), at: fc.nat(5000) }),
  fc.record({ does: fc.constantFrom('drop' as const, 'repeat' as const, 'indent' as const), line }),
  fc.record({ does: fc.constant('swap' as const), line, value: fc.constantFrom(...values) }),
  fc.record({ does: fc.constant('insert' as const), line, text: fc.constantFrom(...texts) }),
);

export function mutilated(text: string, what: Mishap): string {
  if (what.does === 'cut') return text.slice(0, what.at % (text.length + 1));
  const lines = text.split('\n');
  const index = what.line % lines.length;
  const here = lines[index] ?? '';
  if (what.does === 'drop') lines.splice(index, 1);
  else if (what.does === 'repeat') lines.splice(index, 0, here);
  else if (what.does === 'indent') lines[index] = `  ${here}`;
  else if (what.does === 'insert') lines.splice(index, 0, what.text);
  else if (what.does === 'swap') lines[index] = here.replace(/(: *|- +)\S.*$/, `$1${what.value}`);
  return lines.join('\n');
}
