import { isRecord } from '../../json/is-record.ts';

/** Maps merged into each other, key by key; where both have something else than a map, the second counts. */
export function combine(
  first: Readonly<Record<string, unknown>>,
  second: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const merged: Record<string, unknown> = { ...first };
  for (const [key, value] of Object.entries(second)) {
    const known = Object.hasOwn(first, key) ? first[key] : undefined;
    merged[key] = isRecord(value) && isRecord(known) ? combine(known, value) : value;
  }
  return merged;
}
