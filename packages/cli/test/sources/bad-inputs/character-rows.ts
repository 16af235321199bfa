import { configMap, type Row } from './row.ts';

const bytes = (...parts: readonly (string | readonly number[])[]): Uint8Array =>
  Buffer.concat(parts.map((part) => Buffer.from(part as string)));
const good = configMap('data:\n  a: x\n');

/** Encodings, characters and line ends. */
export const characterRows: readonly Row[] = [
  { row: 6, input: 'BOM at the start', files: { 'map.yaml': `\ufeff${good}` }, says: [] },
  {
    row: 7,
    input: 'BOM before the second document',
    files: { 'map.yaml': `\ufeff${good}---\n\ufeff${configMap('data:\n  a: x\n', 'NAME-2')}` },
    says: [],
  },
  {
    row: 8,
    input: 'UTF-16LE with a BOM',
    files: {
      'map.yaml': Buffer.from('\ufeffapiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: utf16\n', 'utf16le'),
    },
    says: ['SEA3201 error map.yaml:1:1 The file is UTF-16, not UTF-8.'],
  },
  {
    row: 9,
    input: 'Latin-1',
    files: {
      'map.yaml': bytes(
        'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: latin1\ndata:\n  a: caf',
        [0xe9],
        '\n',
      ),
    },
    says: [
      'SEA3201 error map.yaml:6:9 The file is not UTF-8: the byte 0xe9 at offset 70 is no part of a character.',
    ],
  },
  {
    row: 10,
    input: 'NUL in a string',
    files: { 'map.yaml': configMap('data:\n  a: "x\u0000y"\n') },
    says: ['SEA3202 error map.yaml:6:8 The file holds the control character U+0000.'],
  },
  {
    row: 10,
    input: 'control character in a string',
    files: { 'map.yaml': configMap('data:\n  a: "x\u0007y"\n') },
    says: ['SEA3202 error map.yaml:6:8 The file holds the control character U+0007.'],
  },
  {
    row: 11,
    input: 'lone surrogate escape',
    files: { 'map.yaml': configMap('data:\n  a: "x\\ud800"\n') },
    says: [
      'SEA3220 error map.yaml:6:8 The escape \\ud800 is half of a character, which kustomize and kubectl refuse.',
    ],
  },
  {
    row: 13,
    input: 'CRLF',
    files: { 'map.yaml': configMap('data:\n  a: |\n    x\n    y\n').replaceAll('\n', '\r\n') },
    says: [],
  },
  {
    row: 14,
    input: 'CR alone',
    files: { 'map.yaml': good.replaceAll('\n', '\r') },
    says: ['SEA3202 error map.yaml:1:15 A line ends with a carriage return alone, as on old Macs.'],
  },
];
