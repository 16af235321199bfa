import { createHash } from 'node:crypto';

/** A short hexadecimal digest of texts, in order; no two lists of texts share one. */
export function digest(texts: Iterable<string>): string {
  const hash = createHash('sha256');
  for (const text of texts) hash.update(`${Buffer.byteLength(text)}:`).update(text);
  return hash.digest('hex').slice(0, 24);
}
