import { isRecord } from '../../json/is-record.ts';
import { NotRendered, Refused } from './failures.ts';
import { formatValue } from './format.ts';
import { isStringMap } from './string-map.ts';

/** A function of a template; a value that is piped in is its last argument. */
export type TemplateFunction = (values: readonly unknown[]) => unknown;

/** A text as it is; Go does not turn anything else into one by itself. @throws Refused */
export function text(value: unknown): string {
  if (typeof value !== 'string') throw new Refused(`a text is expected, not ${formatValue(value)}`);
  return value;
}

/** @throws Refused */
export function list(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new Refused(`a list is expected, not ${formatValue(value)}`);
  return value;
}

/** @throws Refused */
export function map(value: unknown): Readonly<Record<string, unknown>> {
  if (!isRecord(value) || isStringMap(value))
    throw new Refused(`a map of anything is expected, not ${formatValue(value)}`);
  return value;
}

/** An integer as sprig casts to one: of numbers, booleans and texts; what is none is 0. */
export function integer(value: unknown): bigint {
  if (typeof value === 'bigint') return value;
  if (typeof value === 'boolean') return value ? 1n : 0n;
  if (typeof value === 'number') return Number.isFinite(value) ? BigInt(Math.trunc(value)) : 0n;
  if (typeof value === 'string' && /^[+-]?0\d/.test(value))
    throw new NotRendered(`the number ${value} is not rendered here`);
  if (typeof value === 'string' && /^[+-]?\d+$/.test(value)) return BigInt(value.replace(/^\+/, ''));
  return 0n;
}

/** A count that Go takes as an `int` only: no number of JSON, which is a float there, and no text. @throws Refused */
export function count(value: unknown): number {
  if (typeof value !== 'bigint') throw new Refused(`a whole number is expected, not ${formatValue(value)}`);
  return Number(value);
}

/** Without what is null or not there, as sprig leaves it out of texts. */
export function present(values: readonly unknown[]): readonly unknown[] {
  return values.filter((value) => value !== null && value !== undefined);
}

/** Wraps a function of texts. @throws Refused when it is called with the wrong number of them. */
export function ofTexts(count: number, make: (...texts: readonly string[]) => unknown): TemplateFunction {
  return (values) => make(...exactly(count, values).map(text));
}

/** @throws Refused */
export function exactly(count: number, values: readonly unknown[]): readonly unknown[] {
  if (values.length !== count)
    throw new Refused(`a function is given ${values.length} arguments and wants ${count}`);
  return values;
}
