import fc from 'fast-check';

/** Values that stand where something else should. */
export const oddValues = fc.oneof(
  fc.constantFrom<unknown>(null, '', 'text', 0, -1, true, [], {}, [null], [[]], { a: null }, ['x', 1]),
  // What a language may trip over: names of its own, patterns, numbers beyond its own.
  fc.constantFrom<unknown>(
    { toString: 1, valueOf: null },
    JSON.parse('{"__proto__": {"name": "x"}, "constructor": "x"}'),
    { length: -1 },
    '{{ .x }}',
    '{{',
    '[',
    '(*',
    '/(/',
    '../..',
    '%s',
    1e308,
    '99999999999999999999',
  ),
  fc.jsonValue({ maxDepth: 2 }),
);

/** Up to eight changes of a list of objects: which object, which of its parts, and what stands there instead. */
export const edits = fc.array(fc.tuple(fc.nat(), fc.nat(), oddValues), { minLength: 1, maxLength: 8 });

/** Copies of the objects, changed. */
export function edited(
  objects: readonly unknown[],
  changes: readonly (readonly [at: number, step: number, value: unknown])[],
): unknown[] {
  const all: unknown[] = objects.map((object) => structuredClone(object));
  for (const [at, step, value] of changes) {
    const index = at % all.length;
    all[index] = replaced(all[index], step, value);
  }
  return all;
}

/** The value with one of its parts, counted in the order in which they are met, replaced. */
function replaced(root: unknown, step: number, value: unknown): unknown {
  const places: (() => void)[] = [];
  const collect = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    const fields = node as Record<string, unknown>;
    for (const key of Object.keys(fields)) {
      places.push(() => void (fields[key] = structuredClone(value)));
      collect(fields[key]);
    }
  };
  collect(root);
  if (places.length > 0) places[step % places.length]?.();
  return root;
}
