import type { ProgramName } from '@seatrial/e2e';
import { recipes } from '@seatrial/guests';
import { describeEngine } from '../cache/engine-entry.ts';
import { MissingFromCache } from '../cache/missing-from-cache.ts';
import { missingEngines } from '../prepare/build-engine.ts';
import { recipeOf } from './programs.ts';
import { prepareLocal } from './tools-of-rehearsals.ts';

/** @throws MissingFromCache, which names the first of these programs that are not prepared and how many more are not. */
export function requirePrograms(names: readonly ProgramName[]): void {
  const [first, ...more] = missingEngines(names.map(recipeOf));
  if (first === undefined) return;
  const others =
    more.length === 0 ? '' : `, like ${more.length} more of the programs that a rehearsal starts,`;
  throw new MissingFromCache(`${describeEngine(recipes[first])}${others}`, prepareLocal);
}
