import { hash } from 'node:crypto';

/** sha256 of a file's bytes (a string counts as UTF-8), as 64 hexadecimal digits. */
export function digestOf(content: string | Uint8Array): string {
  return hash('sha256', content, 'hex');
}
