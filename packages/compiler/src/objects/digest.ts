import { hash } from 'node:crypto';

/** sha256 of a file's bytes (a string counts as UTF-8), as 64 hexadecimal digits. */
export function digestOf(content: string | Uint8Array): string {
  return hash('sha256', content, 'hex');
}

/** Ten hexadecimal digits of the SHA-256 of a text: enough to tell the versions of one config file apart. */
export function shortDigest(text: string): string {
  return digestOf(text).slice(0, 10);
}
