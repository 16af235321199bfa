import type { Field } from './field.ts';

/** Those of the keys that an object has set, in the order of the list. */
export function setKeys(field: Field, keys: readonly string[]): readonly string[] {
  return keys.filter((key) => field.at(key).isSet);
}
