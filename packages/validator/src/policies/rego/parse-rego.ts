import { compareRego, type RegoValue } from './rego-value.ts';

/**
 * Reads a ground value in Rego's syntax, as OPA's WebAssembly writes one. Sets and the keys of objects come sorted.
 * @throws SyntaxError when it is something else
 */
export function parseRego(text: string): RegoValue {
  const reader = { text, at: 0 };
  const value = readValue(reader);
  skipSpace(reader);
  if (reader.at < text.length) throw unexpected(reader);
  return value;
}

interface Reader {
  readonly text: string;
  at: number;
}

const numberPattern = /-?\d+(\.\d+)?([eE][-+]?\d+)?/y;
const stringPattern = /"(?:[^"\\]|\\.)*"/y;
const words: readonly (readonly [string, RegoValue])[] = [
  ['null', { type: 'null' }],
  ['true', { type: 'boolean', value: true }],
  ['false', { type: 'boolean', value: false }],
  ['set()', { type: 'set', items: [] }],
];

function readValue(reader: Reader): RegoValue {
  skipSpace(reader);
  if (take(reader, '[')) return { type: 'array', items: readItems(reader, ']', readValue) };
  if (take(reader, '{')) return readBraces(reader);
  const text = match(reader, stringPattern);
  if (text !== undefined) return { type: 'string', value: JSON.parse(text) as string };
  for (const [word, value] of words) if (take(reader, word)) return value;
  const number = match(reader, numberPattern);
  if (number === undefined) throw unexpected(reader);
  return { type: 'number', text: number };
}

/** An object where its members are pairs, a set otherwise; `{}` is an object. */
function readBraces(reader: Reader): RegoValue {
  const members = readItems(reader, '}', (inside) => {
    const key = readValue(inside);
    skipSpace(inside);
    return take(inside, ':') ? ([key, readValue(inside)] as const) : key;
  });
  const items = members.filter((member): member is RegoValue => !Array.isArray(member));
  if (members.length > 0 && items.length === members.length)
    return { type: 'set', items: items.sort(compareRego) };
  if (items.length > 0) throw unexpected(reader);
  const entries = members as (readonly [RegoValue, RegoValue])[];
  return { type: 'object', entries: entries.sort(([a], [b]) => compareRego(a, b)) };
}

function readItems<Item>(reader: Reader, end: string, read: (reader: Reader) => Item): Item[] {
  const items: Item[] = [];
  skipSpace(reader);
  if (take(reader, end)) return items;
  for (;;) {
    items.push(read(reader));
    skipSpace(reader);
    if (take(reader, end)) return items;
    if (!take(reader, ',')) throw unexpected(reader);
  }
}

function skipSpace(reader: Reader): void {
  while (' \t\r\n'.includes(reader.text[reader.at] ?? 'x')) reader.at += 1;
}

function take(reader: Reader, word: string): boolean {
  if (!reader.text.startsWith(word, reader.at)) return false;
  reader.at += word.length;
  return true;
}

function match(reader: Reader, pattern: RegExp): string | undefined {
  pattern.lastIndex = reader.at;
  const found = pattern.exec(reader.text)?.[0];
  if (found !== undefined) reader.at += found.length;
  return found;
}

function unexpected({ text, at }: Reader): SyntaxError {
  return new SyntaxError(`Not a value in Rego at character ${at}: ${text.slice(at, at + 20)}`);
}
