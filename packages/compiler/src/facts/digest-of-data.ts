import { digestOf } from '../objects/digest.ts';
import { isRecord } from '../objects/merge-patch.ts';

/** sha256 of plain data, whatever the order in which the keys of its objects were written. */
export function digestOfData(data: unknown): string {
  return digestOf(JSON.stringify(data, sortedKeys));
}

function sortedKeys(_key: string, value: unknown): unknown {
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
