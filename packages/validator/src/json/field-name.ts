import { pointerKeys } from './json-pointer.ts';

/** A JSON pointer as people write a field: `spec.containers[0].image`, `metadata.labels["a/b"]`. */
export function fieldName(pointer: string): string {
  const text = pointerKeys(pointer)
    .map((key) => {
      if (/^\d+$/.test(key)) return `[${key}]`;
      return /^[A-Za-z_$][-\w$]*$/.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`;
    })
    .join('');
  return text === '' ? 'The object' : text.replace(/^\./, '');
}
