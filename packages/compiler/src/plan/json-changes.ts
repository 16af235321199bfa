import { isRecord } from '../objects/merge-patch.ts';

/** One place at which a JSON value changes. */
export interface JsonChange {
  /** JSON pointer (RFC 6901). */
  readonly path: string;
  /** Absent: there was nothing. */
  readonly before?: unknown;
  /** Absent: there will be nothing. */
  readonly after?: unknown;
}

/**
 * Where one JSON value has to change to become another; the order of keys does not count. A list that becomes longer or
 * shorter changes as a whole: which of its elements is which only its meaning could tell.
 */
export function jsonChanges(before: unknown, after: unknown, path = ''): JsonChange[] {
  if (before === after) return [];
  if (isRecord(before) && isRecord(after)) {
    const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
    return [...keys].flatMap((key) => {
      const inner = `${path}/${escapeKey(key)}`;
      if (!Object.hasOwn(after, key)) return [{ path: inner, before: before[key] }];
      if (!Object.hasOwn(before, key)) return [{ path: inner, after: after[key] }];
      return jsonChanges(before[key], after[key], inner);
    });
  }
  if (Array.isArray(before) && Array.isArray(after)) {
    const elements = before.flatMap((element: unknown, index) =>
      jsonChanges(element, after[index], `${path}/${index}`),
    );
    if (before.length === after.length) return elements;
  }
  return [{ path, before, after }];
}

function escapeKey(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}
