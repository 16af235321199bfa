/**
 * JSON as Go's `encoding/json` writes it, which is what `toJson` gives in a chart's template: keys in the order of
 * their UTF-8 bytes, and `<`, `>`, `&` escaped. Source: the package's documentation of `Marshal`.
 */
export function goJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(goJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return escaped(JSON.stringify(value));
  const entries = Object.entries(value)
    .filter(([, inner]) => inner !== undefined)
    .map(([key, inner]) => [Buffer.from(key), `${escaped(JSON.stringify(key))}:${goJson(inner)}`] as const)
    .sort(([left], [right]) => Buffer.compare(left, right));
  return `{${entries.map(([, text]) => text).join(',')}}`;
}

function escaped(json: string): string {
  return json.replace(
    /[<>&\u2028\u2029]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
