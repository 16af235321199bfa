import { readFileSync } from 'node:fs';

/** The version of seatrial itself. */
export function ownVersion(): string {
  const text = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
  return String((JSON.parse(text) as { version: string }).version);
}
