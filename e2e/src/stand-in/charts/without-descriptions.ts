/** Values of a schema, in which a `description` is somebody's data. */
const values = new Set(['default', 'enum', 'example', 'x-kubernetes-validations']);

/** The same JSON without texts for people: every `description` that is a text. A property of that name is no text but a schema. */
export function withoutDescriptions(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutDescriptions);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, inner]) => key !== 'description' || typeof inner !== 'string')
      .map(([key, inner]) => [key, values.has(key) ? inner : withoutDescriptions(inner)]),
  );
}
