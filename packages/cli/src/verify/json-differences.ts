/** One place where two JSON values differ. */
export interface JsonDifference {
  /** JSON pointer (RFC 6901). */
  readonly pointer: string;
  /** Undefined: there is nothing at this place. */
  readonly expected: unknown;
  readonly actual: unknown;
}

/** Where two JSON values differ; the order of keys does not count, the order of a list does. Stops after `most`. */
export function jsonDifferences(expected: unknown, actual: unknown, most: number): readonly JsonDifference[] {
  const found: JsonDifference[] = [];
  compare(expected, actual, '');
  return found;

  function compare(left: unknown, right: unknown, pointer: string): void {
    if (left === right || found.length >= most) return;
    if (isObject(left) && isObject(right) && Array.isArray(left) === Array.isArray(right)) {
      for (const key of Object.keys(left)) compare(left[key], right[key], `${pointer}/${escape(key)}`);
      for (const key of Object.keys(right)) {
        if (!Object.hasOwn(left, key)) compare(undefined, right[key], `${pointer}/${escape(key)}`);
      }
      return;
    }
    found.push({ pointer, expected: left, actual: right });
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function escape(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}
