import { isRecord } from '../../json/is-record.ts';

/** Calls back for every text in a value, with the keys that lead to it; the keys are only good during the call. */
export function eachText(
  value: unknown,
  visit: (text: string, keys: readonly (string | number)[]) => void,
  keys: (string | number)[] = [],
): void {
  if (typeof value === 'string') {
    visit(value, keys);
    return;
  }
  const members = Array.isArray(value) ? value.entries() : isRecord(value) ? Object.entries(value) : [];
  for (const [key, member] of members) {
    keys.push(key);
    eachText(member, visit, keys);
    keys.pop();
  }
}
