import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { digest } from '../cache/digest.ts';

let known: string | undefined;

/**
 * The version of what asks the policies: a digest of its sources, so that an answer of an older one is never taken for
 * one of this.
 */
export function hostDigest(): string {
  known ??= digest(['policies', 'json'].flatMap(sourcesOf));
  return known;
}

function sourcesOf(folder: string): string[] {
  const root = join(dirname(fileURLToPath(import.meta.resolve('@seatrial/validator'))), folder);
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .flatMap((path) => [path.slice(root.length), readFileSync(path, 'utf8')]);
}
