export type JsonRecord = Readonly<Record<string, unknown>>;

/** The value where it is a JSON object, an empty one otherwise. */
export function asRecord(value: unknown): JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonRecord) : {};
}

/** The JSON objects of a list; none where the value is no list. */
export function asRecords(value: unknown): readonly JsonRecord[] {
  return Array.isArray(value) ? value.map(asRecord) : [];
}
