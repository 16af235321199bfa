/** Drops keys that hold nothing: `undefined`, and lists and objects that are empty. */
export function compact<T extends object>(fields: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  const kept: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(fields)) {
    if (value === undefined) continue;
    if (typeof value === 'object' && value !== null && Object.keys(value).length === 0) continue;
    kept[key] = value;
  }
  return kept as { [K in keyof T]: Exclude<T[K], undefined> };
}
