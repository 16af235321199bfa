import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { digest } from './digest.ts';

let known: string | undefined;

/**
 * The version of the schema converter: a digest of its sources, so that a changed converter never meets schemas that
 * an older one has made, and nobody has to remember to raise a number.
 */
export function converterDigest(): string {
  known ??= digest(['schemas', 'json'].flatMap(sourcesOf));
  return known;
}

function sourcesOf(folder: string): string[] {
  const root = join(dirname(fileURLToPath(import.meta.resolve('@seatrial/validator'))), folder);
  return readdirSync(root)
    .sort()
    .flatMap((file) => [join(folder, file), readFileSync(join(root, file), 'utf8')]);
}
