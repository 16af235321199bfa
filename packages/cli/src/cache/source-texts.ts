import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The files below a folder, each its path from there and then its text, sorted: a digest of them is the version of what they
 * do, and nobody has to remember to raise a number.
 */
export function sourceTexts(
  folder: string,
  isSource: (name: string) => boolean = () => true,
): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && isSource(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .flatMap((path) => [path.slice(folder.length), readFileSync(path, 'utf8')]);
}

/** Where a package of this project has its code: the sources, or what is built of them. */
export function codeOf(name: string): string {
  return dirname(fileURLToPath(import.meta.resolve(name)));
}
