import { hash } from 'node:crypto';

/** sha256 of a text, as 64 hexadecimal digits. */
export function digestOf(text: string): string {
  return hash('sha256', text);
}
