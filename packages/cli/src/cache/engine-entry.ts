import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { recipes, type Recipe, type RecipeName } from '@seatrial/guests';
import { cacheFolder } from './cache-folder.ts';
import { digest } from './digest.ts';
import { MissingFromCache } from './missing-from-cache.ts';
import { sourceTexts } from './source-texts.ts';

/**
 * The path of a prepared engine: a program of this machine, or a `.wasm` file. Throws {@link MissingFromCache}, with the
 * command that makes it.
 */
export function findEngine(name: RecipeName, command?: string): string {
  const recipe = recipes[name];
  const path = enginePath(recipe);
  if (!existsSync(path)) throw new MissingFromCache(describeEngine(recipe), command);
  return path;
}

/** `helm v3.19.5`, as messages name an engine. */
export function describeEngine(recipe: Recipe): string {
  return `${recipe.name} ${recipe.version}`;
}

/** Name of the folder inside an entry with the files that belong to a program, at their paths inside its module. */
export const engineFiles = 'files';

/** Where a recipe's result is kept, whether it is there or not. */
export function enginePath(recipe: Recipe): string {
  return join(engineEntry(recipe), engineFile(recipe));
}

export function engineEntry(recipe: Recipe): string {
  return join(cacheFolder(), 'engines', `${recipe.name}-${recipeDigest(recipe)}`);
}

export function engineFile(recipe: Recipe): string {
  return recipe.target === 'wasip1' ? `${recipe.name}.wasm` : recipe.name;
}

/**
 * A digest of everything that a build depends on and that can be read without starting Go: the sources, the pinned
 * modules, the recipe and, for a program, the machine. The version of Go is kept inside the entry.
 */
export function recipeDigest(whole: Recipe): string {
  const { folder, seconds: _, ...recipe } = whole;
  const machine = recipe.target === 'native' ? `${process.platform} ${process.arch}` : '';
  const sources = sourceTexts(folder, (name) => /\.go$|^go\.(mod|sum)$/.test(name));
  return digest([JSON.stringify(recipe), machine, ...sources]);
}
