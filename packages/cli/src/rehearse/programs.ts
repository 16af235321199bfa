import { dirname, join } from 'node:path';
import type { ProgramName, Programs } from '@seatrial/e2e';
import { kubernetesMinors, recipes, type RecipeName } from '@seatrial/guests';
import { engineFiles, findEngine } from '../cache/engine-entry.ts';
import { prepareLocal } from './tools-of-rehearsals.ts';

/** The programs that `seatrial prepare local` has put into the cache. Its methods throw MissingFromCache. */
export function preparedPrograms(): Programs {
  return {
    path: (name) => findEngine(recipeOf(name), prepareLocal),
    version: (name) => recipes[recipeOf(name)].version.replace(/^v/, ''),
    kubernetes: kubernetesMinors,
    files: (name) => join(dirname(findEngine(name, prepareLocal)), engineFiles),
  };
}

/** Names of Kubernetes' programs are open: they end in a minor version. */
export function recipeOf(name: ProgramName): RecipeName {
  if (Object.hasOwn(recipes, name)) return name as RecipeName;
  throw new Error(`There is no recipe for ${name}: it is one of ${Object.keys(recipes).join(', ')}.`);
}
