import { createHash } from 'node:crypto';

/** Ten hexadecimal digits of the SHA-256 of a text: enough to tell the versions of one config file apart. */
export function shortDigest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 10);
}
