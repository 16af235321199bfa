import { expect, test } from 'vitest';
import { readSource } from '../../src/sources/read-source.ts';
import { bytes, dataOf, manifest, objects, read, said, saidOf } from './support/said.ts';

// The numbers are the rows of section 4 of the facts about validation.
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
