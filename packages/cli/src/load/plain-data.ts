/** A value that no data file could hold, and where it is in the model. */
export interface DataProblem {
  readonly path: readonly string[];
  /** What stands there, for example `a function`. */
  readonly found: string;
}

/**
 * Turns what a model exports into plain JSON values. An object with `toJSON()` (a date, an object of
 * `kubernetes-models`) becomes what it returns, a field that is `undefined` is absent, as in `JSON.stringify`.
 * What JSON would change without a word (NaN, a Map) is a problem, and `value` is then of no use.
 */
export function plainData(value: unknown): {
  readonly value: unknown;
  readonly problems: readonly DataProblem[];
} {
  const problems: DataProblem[] = [];
  return { value: convert(value, [], new Set(), problems), problems };
}

function convert(
  value: unknown,
  path: readonly string[],
  above: Set<object>,
  problems: DataProblem[],
): unknown {
  if (typeof value === 'object' && value !== null) return convertContainer(value, path, above, problems);
  const found = scalarProblem(value);
  if (found !== undefined) problems.push({ path, found });
  return value;
}

function scalarProblem(value: unknown): string | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? undefined : `the number ${value}`;
  if (typeof value === 'bigint') return 'a BigInt';
  return typeof value === 'symbol' || typeof value === 'function' ? `a ${typeof value}` : undefined;
}

function convertContainer(
  value: object,
  path: readonly string[],
  above: Set<object>,
  problems: DataProblem[],
): unknown {
  const problem = (found: string): undefined => void problems.push({ path, found });
  if (above.has(value)) return problem('an object that contains itself');
  above.add(value);
  try {
    if ('toJSON' in value && typeof value.toJSON === 'function')
      return convert(value.toJSON(), path, above, problems);
    if (Array.isArray(value)) return convertList(value, path, above, problems);
    return isPlain(value)
      ? convertObject(value, path, above, problems)
      : problem(`an instance of ${className(value)}`);
  } finally {
    above.delete(value);
  }
}

function convertList(
  list: readonly unknown[],
  path: readonly string[],
  above: Set<object>,
  problems: DataProblem[],
): unknown[] {
  return Array.from(list, (item, index) => {
    const place = [...path, String(index)];
    // JSON.stringify would write null, which means something else to Kubernetes.
    if (item === undefined) problems.push({ path: place, found: 'undefined' });
    return convert(item, place, above, problems);
  });
}

function convertObject(
  value: object,
  path: readonly string[],
  above: Set<object>,
  problems: DataProblem[],
): object {
  for (const key of Object.getOwnPropertySymbols(value))
    problems.push({ path, found: `an object with the key ${String(key)}` });
  const fields: Record<string, unknown> = {};
  for (const [key, field] of Object.entries(value)) {
    const plain = convert(field, [...path, key], above, problems);
    // Assigning `__proto__` would change the object instead of adding a field.
    if (plain !== undefined)
      Object.defineProperty(fields, key, {
        value: plain,
        enumerable: true,
        configurable: true,
        writable: true,
      });
  }
  return fields;
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return (
    prototype === null ||
    prototype === Object.prototype ||
    Object.prototype.toString.call(value) === '[object Module]'
  );
}

function className(value: object): string {
  return value.constructor?.name || 'a class';
}
