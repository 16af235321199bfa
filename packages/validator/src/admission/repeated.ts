import type { Field } from './field.ts';

/** The fields whose key an earlier one has; a key that is undefined or empty repeats nothing. */
export function repeated(
  fields: readonly Field[],
  keyOf: (field: Field) => string | undefined,
): readonly Field[] {
  if (fields.length < 2) return [];
  const seen = new Set<string>();
  return fields.filter((field) => {
    const key = keyOf(field);
    if (key === undefined || key === '') return false;
    const again = seen.has(key);
    seen.add(key);
    return again;
  });
}
