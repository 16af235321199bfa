/** Where two JSON values differ. */
export interface ValueDifference {
  /** As JSONPath writes it: `.spec.rules[0].host`. */
  readonly path: string;
  /** Undefined: it should not be there. */
  readonly wanted: unknown;
  /** Undefined: it is not there. */
  readonly live: unknown;
}

/** The smallest places in which the values differ; a list that is longer shows its further elements. */
export function valueDifferences(wanted: unknown, live: unknown, path = ''): readonly ValueDifference[] {
  if (Array.isArray(wanted) && Array.isArray(live)) {
    const length = Math.max(wanted.length, live.length);
    return Array.from({ length }, (_, index) => index).flatMap((index) =>
      valueDifferences(wanted[index], live[index], `${path}[${String(index)}]`),
    );
  }
  if (isRecord(wanted) && isRecord(live)) {
    return [...new Set([...Object.keys(wanted), ...Object.keys(live)])].flatMap((key) =>
      valueDifferences(wanted[key], live[key], path + step(key)),
    );
  }
  return wanted === live ? [] : [{ path: path === '' ? '.' : path, wanted, live }];
}

/** One sentence; long values are cut. */
export function describeDifference(object: string, { path, wanted, live }: ValueDifference): string {
  if (live === undefined) return `${object} lacks ${path}, which should be ${short(wanted)}`;
  if (wanted === undefined) return `${object} has ${path} ${short(live)}, which should not be there`;
  return `${object} has ${path} ${short(live)} instead of ${short(wanted)}`;
}

function step(key: string): string {
  return /^[A-Za-z_][\w-]*$/u.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`;
}

function short(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length <= 120 ? text : `${text.slice(0, 117)}...`;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
