import { isRecord } from '../../json/is-record.ts';
import { formatValue } from '../go-template/format.ts';

/** Nested values under dotted names, as texts: `{a: {b: 1}, c: [2]}` gives `a.b` and `c.0`. */
export function flatten(value: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(entries(value, ''));
}

function entries(
  value: Readonly<Record<string, unknown>> | readonly unknown[],
  prefix: string,
): [string, string][] {
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]): [string, string][] =>
    isRecord(inner) || Array.isArray(inner)
      ? entries(inner as readonly unknown[], `${prefix}${key}.`)
      : [[`${prefix}${key}`, formatValue(inner)]],
  );
}
