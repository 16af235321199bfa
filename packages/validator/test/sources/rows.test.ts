import { readSource } from '../../src/sources/read-source.ts';
import type { SourceText } from '../../src/sources/source-text.ts';
import { describe, expect, test } from 'vitest';
import { manifest, said } from './support/said.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (text: string): SourceText => readSource('app/config.yaml', bytes(text));
const saidOf = (text: string): readonly string[] => said(read(text));
/** A ConfigMap; `rest` begins in line 4. */
const objects = (text: string): readonly unknown[] => read(text).objects.map(({ object }) => object);
const dataOf = (text: string): unknown => (objects(text)[0] as { data?: unknown }).data;

// The numbers are the rows of section 4 of the facts about validation.
describe('the dialect', () => {
  test('row 1: a duplicate key is an error with both positions', () => {
    expect(saidOf(manifest('data:\n  a: x\n  b: w\n  a: z\n'))).toEqual([
      'SEA3208 error 7:3 The key "a" is written twice, in line 5 and in line 7. → Keep one of the two, or join their values.',
    ]);
    expect(saidOf(manifest('data: {a: x, "a": z}'))).toEqual([
      'SEA3208 error 4:14 The key "a" is written twice in line 4, in columns 8 and 14. → Keep one of the two, or join their values.',
    ]);
  });

  test('row 2: merge keys are merged, and an own key wins', () => {
    const text = manifest('x: &base {a: base, b: base}\ndata:\n  <<: *base\n  a: own\n');
    expect(saidOf(text)).toEqual([]);
    expect(dataOf(text)).toEqual({ a: 'own', b: 'base' });
  });

  test('row 2: a merge of something else, and sources that overlap', () => {
    expect(saidOf(manifest('data:\n  <<: text\n'))).toEqual([
      'SEA3216 error 5:3 The merge key << has a value that is no mapping. → Give it a mapping, an alias of a mapping, or a list of these.',
    ]);
    expect(saidOf(manifest('x: &x {a: "1"}\nz: &z {a: "2"}\ndata:\n  <<: [*x, *z]\n'))).toEqual([
      'SEA3216 error 7:3 The merge key << takes "a" from several mappings; kustomize then takes other values than YAML says, or loses some. → Merge one mapping only, or write the keys out.',
    ]);
  });

  test('row 3: an alias without an anchor', () => {
    expect(saidOf(manifest('data:\n  a: *nowhere\n'))).toEqual([
      'SEA3209 error 5:6 The alias *nowhere names no anchor above it in this document. → Mark the value with &nowhere above, or put quotes around the text.',
    ]);
    expect(saidOf(`${manifest('x: &x 1\n')}---\n${manifest('x: *x\n')}`)).toHaveLength(1);
  });

  test('row 4: an alias bomb is refused before it grows', () => {
    const levels = ['a: &a [x,x,x,x,x,x,x,x,x]'];
    for (const [index, name] of [...'bcdefghi'].entries())
      levels.push(`${name}: &${name} [${Array(9).fill(`*${'abcdefgh'[index]}`).join(',')}]`);
    expect(saidOf(levels.join('\n'))).toEqual([
      'SEA3210 error 7:8 The aliases of this document expand to more than 1,000,000 values. → Write the values out, with fewer levels of aliases.',
    ]);
  });

  test('row 5: an alias inside its own anchor', () => {
    expect(saidOf(manifest('data: &self {a: *self}\n'))).toEqual([
      'SEA3210 error 4:17 The alias *self stands inside the value of its own anchor and has no end. → Write the value out.',
    ]);
  });
});

describe('characters', () => {
  test('rows 6 and 7: a byte order mark at the start of a document is left out', () => {
    const text = `\ufeff${manifest('')}---\n\ufeff${manifest('')}`;
    expect(saidOf(text)).toEqual([]);
    expect(objects(text)).toEqual([
      { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a' } },
      { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a' } },
    ]);
  });

  test('row 7: a mark elsewhere is told', () => {
    expect(saidOf(manifest('data:\n  a: x\ufeffy\n'))).toEqual([
      'SEA3202 warning 5:7 The invisible byte order mark U+FEFF stands inside the file, where it becomes part of a text. → Delete it; it often comes from files that were joined or pasted.',
    ]);
    expect(saidOf(`---\n\ufeff${manifest('')}`)).toEqual([
      expect.stringContaining('SEA3202 error 2:1 The invisible byte order mark'),
    ]);
  });

  test.each([
    ['row 8: UTF-16 with a mark', Buffer.from(`\ufeff${manifest('')}`, 'utf16le')],
    ['row 8: UTF-16 without a mark', Buffer.from(manifest(''), 'utf16le')],
    ['row 8: big-endian', Buffer.from(`\ufeff${manifest('')}`, 'utf16le').swap16()],
  ])('%s', (_name, content) => {
    expect(said(readSource('app/config.yaml', content))).toEqual([
      'SEA3201 error 1:1 The file is UTF-16, not UTF-8. → Save the file as UTF-8.',
    ]);
  });

  test.each([
    ['é in the middle', [0xe9, 0x0a, 0x62], 0],
    ['at the end of the file', [0x78, 0xe9], 1],
    ['a lone continuation', [0xa9, 0x0a], 0],
    ['an overlong slash', [0xc0, 0xaf], 0],
    ['an encoded surrogate', [0xed, 0xa0, 0x80], 0],
  ])('row 9: invalid UTF-8: %s', (_name, tail, skip) => {
    const start = bytes(manifest('data:\n  a: é'));
    const found = said(readSource('app/config.yaml', new Uint8Array([...start, ...tail])));
    const byte = (tail[skip] ?? 0).toString(16);
    expect(found).toEqual([
      `SEA3201 error 5:${7 + skip} The file is not UTF-8: the byte 0x${byte} at offset ${start.length + skip} is no part of a character. → Save the file as UTF-8; it may be Latin-1 or Windows-1252 now.`,
    ]);
  });

  test.each(['\u0000', '\u0007', '\u007f', '\uffff'])('row 10: the control character %j', (character) => {
    const name = `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
    expect(saidOf(manifest(`data:\n  a: "x${character}"\n`))).toEqual([
      `SEA3202 error 5:8 The file holds the control character ${name}. → Delete it, or write it as an escape inside double quotes.`,
    ]);
  });

  test('row 10: a line end that only Go takes for one', () => {
    expect(saidOf(manifest('data:\n  a: x\u2028y\n'))).toEqual([
      expect.stringContaining(
        'SEA3202 error 5:7 The file holds U+2028, which kustomize reads as the end of a line',
      ),
    ]);
  });

  test('row 11: a surrogate escape, also of a pair, and other escapes that Go refuses', () => {
    expect(saidOf(manifest('data:\n  a: "x\\ud800"\n'))).toEqual([
      'SEA3220 error 5:8 The escape \\ud800 is half of a character, which kustomize and kubectl refuse. → Write the character itself, or its code point as \\U and eight digits.',
    ]);
    expect(saidOf(manifest('data:\n  a: "\\ud83d\\ude00"\n'))).toHaveLength(1);
    expect(saidOf(manifest('data:\n  a: "a\\/b"\n'))).toEqual([
      'SEA3220 error 5:8 The escape \\/ is JSON, which kustomize and kubectl refuse to read. → Write / without the backslash.',
    ]);
    expect(saidOf(manifest('data:\n  a: "\\\\ud800 \\\\/"\n  b: \'\\ud800\'\n'))).toEqual([]);
  });

  test('row 12: a tab as indentation', () => {
    expect(saidOf(manifest('data:\n\ta: x\n'))).toEqual([
      'SEA3204 error 5:1 The line is indented with a tab, which YAML does not allow. → Replace the tab by spaces.',
    ]);
    expect(saidOf(manifest('items:\n  - \ta\n'))).toEqual([expect.stringContaining('SEA3204 error 5:5 ')]);
    expect(saidOf(manifest('data:\n  a: "\t"\n  b: |\n    x\n    \tx\n  c:\tx\n'))).toEqual([]);
  });

  test('row 13: the line ends of Windows are line ends', () => {
    const text = manifest('data:\n  a: |\n    x\n    y\n').replaceAll('\n', '\r\n');
    expect(saidOf(text)).toEqual([]);
    expect(dataOf(text)).toEqual({ a: 'x\ny\n' });
    expect(read(text).objects[0]?.locate('/data/a')).toEqual({ line: 5, column: 3 });
  });

  test('row 14: the line ends of old Macs are not', () => {
    expect(saidOf(manifest('data:\n  a: x\n').replaceAll('\n', '\r'))).toEqual([
      'SEA3202 error 1:15 A line ends with a carriage return alone, as on old Macs. → Save the file with the line ends of Unix (LF) or Windows (CRLF).',
    ]);
  });
});

describe('documents', () => {
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
});

describe('keys and scalars', () => {
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
});

describe('lists', () => {
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
});

describe('sizes and leftovers', () => {
  test('row 45: a ConfigMap of 2 MiB, and a key of 1 MB', () => {
    expect(saidOf(manifest(`data:\n  a: ${'x'.repeat(2 << 20)}\n`))).toEqual([
      'SEA3218 error 4:1 The values of the ConfigMap are 2.00 MiB, more than the 1 MiB that an API server takes. → Split it, or keep large files in an image or a volume.',
    ]);
    expect(saidOf(manifest(`data:\n  ${'k'.repeat(1_000_000)}: x\n`))).toEqual([
      'SEA3203 error 5:3 A key is longer than 1024 characters. → Kubernetes has no key longer than 253; a quote may be missing.',
    ]);
    expect(saidOf(manifest(`data:\n  a: ${'x'.repeat(1 << 20)}\n`))).toEqual([]);
    expect(saidOf(`kind: Thing\nspec: "${'x'.repeat(1_600_000)}"\n`)).toEqual([
      expect.stringContaining('The Thing is 1.53 MiB as JSON, more than the 1.5 MiB'),
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
    expect(
      saidOf(manifest('data:\n  a: "{{ $labels.x }}"\n  b: |\n    {{ x }}\n  c: x-{{ name }}\n')),
    ).toEqual([]);
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
});
