import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Recipe } from '@seatrial/guests';
import { pinnedModule } from './go-module.ts';
import { PreparationError } from './preparation-error.ts';

/**
 * Copies the YAML files that belong to a program out of the module that it was built from, which the build has put into
 * Go's module cache, at the version that `go.mod` pins. Only the texts are copied: the cache's files are read-only.
 */
export async function copyProgramFiles(
  { folder, files }: Pick<Recipe, 'folder' | 'files'>,
  target: string,
): Promise<void> {
  if (files === undefined) return;
  const module = await pinnedModule(files.module, folder);
  for (const path of files.paths) {
    const found = await yamlBelow(module, path);
    if (found.length === 0) {
      throw new PreparationError(`There is no YAML in ${files.module} at ${path}: correct the recipe.`);
    }
    for (const file of found) {
      await mkdir(dirname(join(target, file)), { recursive: true });
      await writeFile(join(target, file), await readFile(join(module, file)));
    }
  }
}

async function yamlBelow(module: string, path: string): Promise<readonly string[]> {
  const found = await stat(join(module, path)).catch(() => undefined);
  if (found?.isFile() === true) return [path];
  const entries = await readdir(join(module, path), { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile() && /\.ya?ml$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(module.length + 1))
    .sort();
}
