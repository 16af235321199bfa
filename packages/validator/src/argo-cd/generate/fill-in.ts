import { isRecord } from '../../json/is-record.ts';

/** A map with what it lacks, or has empty, from another one. Source: mergo.Merge, with which Argo CD merges templates. */
export function fillIn(
  own: Readonly<Record<string, unknown>>,
  from: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const filled: Record<string, unknown> = { ...own };
  for (const [key, value] of Object.entries(from)) {
    const known = Object.hasOwn(own, key) ? own[key] : undefined;
    if (isRecord(known) && isRecord(value)) filled[key] = fillIn(known, value);
    else if (isEmpty(known)) filled[key] = value;
  }
  return filled;
}

function isEmpty(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0;
  if (isRecord(value)) return Object.keys(value).length === 0;
  return !value;
}
