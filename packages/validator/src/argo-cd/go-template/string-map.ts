const stringMaps = new WeakSet<object>();

/**
 * Marks a map as Go's `map[string]string`: labels, annotations and the `values` of a generator. A key that it has not
 * is the empty string there, while in any other map it is nothing.
 */
export function stringMap(entries: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const map = { ...entries };
  stringMaps.add(map);
  return map;
}

export function isStringMap(value: object): boolean {
  return stringMaps.has(value);
}
