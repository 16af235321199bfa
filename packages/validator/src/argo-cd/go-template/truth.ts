import { isRecord } from '../../json/is-record.ts';

/** What Go's `if` takes for true: everything but false, zero, nothing, and what is empty. */
export function isTrue(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0;
  if (isRecord(value)) return Object.keys(value).length > 0;
  return Boolean(value);
}
