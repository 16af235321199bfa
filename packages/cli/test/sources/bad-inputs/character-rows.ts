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
    files: { 'map.yaml': Buffer.from('\ufeffapiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: utf16\n', 'utf16le') },
    says: [],
  },
  {
    row: 9,
    input: 'Latin-1',
    files: { 'map.yaml': bytes('apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: latin1\ndata:\n  a: caf', [0xe9], '\n') },
    says: [],
  },
  { row: 10, input: 'NUL in a string', files: { 'map.yaml': configMap('data:\n  a: "x\u0000y"\n') }, says: [] },
  { row: 10, input: 'control character in a string', files: { 'map.yaml': configMap('data:\n  a: "x\u0007y"\n') }, says: [] },
  { row: 11, input: 'lone surrogate escape', files: { 'map.yaml': configMap('data:\n  a: "x\\ud800"\n') }, says: [] },
  { row: 13, input: 'CRLF', files: { 'map.yaml': configMap('data:\n  a: |\n    x\n    y\n').replaceAll('\n', '\r\n') }, says: [] },
  { row: 14, input: 'CR alone', files: { 'map.yaml': good.replaceAll('\n', '\r') }, says: [] },
];
