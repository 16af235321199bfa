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
  return textOf(value, '', 0);
}

function textOf(value: unknown, pointer: string, depth: number): string {
  if (typeof value === 'string' || typeof value === 'boolean' || value === null) return JSON.stringify(value);
  if (typeof value === 'bigint') return value.toString();
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new NotJsonError(pointer, `the number ${value}`);
    return JSON.stringify(value);
  }
  if (typeof value !== 'object') throw new NotJsonError(pointer, `a value of type ${typeof value}`);
  if (depth >= maxDepth) throw new NotJsonError(pointer, `a value nested deeper than ${maxDepth} levels`);
  if (Array.isArray(value)) {
    return `[${value.map((item, index) => textOf(item, appendPointer(pointer, index), depth + 1)).join(',')}]`;
  }
  if (!isPlain(value)) throw new NotJsonError(pointer, `a ${value.constructor.name}`);
  const fields: string[] = [];
  for (const key of Object.keys(value).sort()) {
    const field: unknown = value[key];
    if (field === undefined) continue;
    fields.push(`${JSON.stringify(key)}:${textOf(field, appendPointer(pointer, key), depth + 1)}`);
  }
  return `{${fields.join(',')}}`;
}

function isPlain(value: object): value is Record<string, unknown> {
  const prototype: unknown = Object.getPrototypeOf(value);
  // A model may come from another realm (a worker, vitest): its Object.prototype is not ours, but it ends the chain.
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
