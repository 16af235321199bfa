import { isRecord } from '../../json/is-record.ts';
import { pointerKeys } from '../../json/json-pointer.ts';

/**
 * The field that a policy itself names: `details.field`, a JSON pointer to a value of the object, or to one that could
 * stand beside others there. From the words of a message nothing is guessed.
 */
export function fieldOfDetails(details: unknown, object: unknown): string | undefined {
  const field = isRecord(details) ? details['field'] : undefined;
  if (typeof field !== 'string' || !field.startsWith('/')) return undefined;
  const parent = pointerKeys(field)
    .slice(0, -1)
    .reduce<unknown>(
      (node, key) =>
        Array.isArray(node)
          ? node[Number(key)]
          : isRecord(node) && Object.hasOwn(node, key)
            ? node[key]
            : undefined,
      object,
    );
  return isRecord(parent) || Array.isArray(parent) ? field : undefined;
}
