import { NotJsonError } from './not-json-error.ts';
import { appendPointer } from './json-pointer.ts';

/** Deeper values would meet the stack limits of the engines; real objects stay below 60 levels. */
export const maxDepth = 500;

/**
 * The JSON text of a value on one line, with the keys of every object sorted by code unit: equal values give
 * equal texts. A key whose value is `undefined` is absent, as in `JSON.stringify`; a bigint is written with all
 * its digits. Anything that JSON has no word for throws {@link NotJsonError}, because `JSON.stringify` would
 * change it without a word (NaN becomes null, a Buffer becomes an object).
 */
export function stableJson(value: unknown): string {
  try {
    return textOf(value, 0);
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    const pointer = error.keys.reduceRight<string>((path, key) => appendPointer(path, key), '');
    throw new NotJsonError(pointer, error.found);
  }
}

/** What stands in the way; the keys are gathered on the way out, from the innermost, so that the good case pays nothing for them. */
class Fault extends Error {
  readonly found: string;
  readonly keys: (string | number)[] = [];

  constructor(found: string) {
    super(found);
    this.found = found;
  }
}

/** The text of a key with its colon. Kubernetes has few different keys, and they come again and again. */
const keyTexts = new Map<string, string>();
const mostKeyTexts = 10_000;

function textOf(value: unknown, depth: number): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'boolean' || value === null) return String(value);
  if (typeof value === 'bigint') return value.toString();
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new Fault(`the number ${value}`);
    return JSON.stringify(value);
  }
  if (typeof value !== 'object') throw new Fault(`a value of type ${typeof value}`);
  if (depth >= maxDepth) throw new Fault(`a value nested deeper than ${maxDepth} levels`);
  if (Array.isArray(value)) {
    let text = '[';
    for (let index = 0; index < value.length; index++)
      text += (index === 0 ? '' : ',') + memberText(value[index], index, depth);
    return `${text}]`;
  }
  if (!isPlain(value)) throw new Fault(`a ${value.constructor.name}`);
  let text = '{';
  for (const key of Object.keys(value).sort()) {
    const field: unknown = value[key];
    if (field === undefined) continue;
    text += (text === '{' ? '' : ',') + keyText(key) + memberText(field, key, depth);
  }
  return `${text}}`;
}

function memberText(value: unknown, key: string | number, depth: number): string {
  try {
    return textOf(value, depth + 1);
  } catch (error) {
    if (error instanceof Fault) error.keys.push(key);
    throw error;
  }
}

function keyText(key: string): string {
  const known = keyTexts.get(key);
  if (known !== undefined) return known;
  const text = `${JSON.stringify(key)}:`;
  if (keyTexts.size < mostKeyTexts) keyTexts.set(key, text);
  return text;
}

function isPlain(value: object): value is Record<string, unknown> {
  const prototype: unknown = Object.getPrototypeOf(value);
  // A model may come from another realm (a worker, vitest): its Object.prototype is not ours, but it ends the chain.
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
