/** The way to a place in a JSON value. */
export type Path = readonly (string | number)[];

/** The way that a JSON pointer (RFC 6901) names. */
export function pointerPath(pointer: string): Path {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** A copy of the value without what stands at these places. */
export function without(value: unknown, paths: readonly Path[]): unknown {
  if (paths.some((path) => path.length === 0)) return undefined;
  if (paths.length === 0 || typeof value !== 'object' || value === null) return value;
  const below = (key: string): Path[] =>
    paths.filter(([first]) => String(first) === key).map((path) => path.slice(1));
  if (Array.isArray(value)) {
    return value
      .map((element, index) => ({ element, gone: below(String(index)) }))
      .filter(({ gone }) => !gone.some((path) => path.length === 0))
      .map(({ element, gone }) => without(element, gone));
  }
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, of]) => ({ key, of, gone: below(key) }))
      .filter(({ gone }) => !gone.some((path) => path.length === 0))
      .map(({ key, of, gone }) => [key, without(of, gone)] as const),
  );
}
