import { localPrograms, recipes, type LocalProgramName, type RecipeName } from '@seatrial/guests';
import { missingEngines } from '../prepare/build-engine.ts';

/** What the local provider starts. Argo CD starts kustomize and helm itself. */
export const toolsOfRehearsals: readonly RecipeName[] = [
  'kustomize',
  'helm',
  ...(Object.keys(localPrograms) as LocalProgramName[]),
];

/** The command that makes them. */
export const prepareLocal = 'seatrial prepare local';

/** Says before the first one is built how long all that are missing take, where that is minutes. */
export function tellHowLong(say: (line: string) => void): void {
  const missing = missingEngines(toolsOfRehearsals);
  const seconds = missing.reduce((sum, name) => sum + (recipes[name].seconds ?? 0), 0);
  if (seconds < 60) return;
  say(
    `${missing.length} of the ${toolsOfRehearsals.length} programs of a local rehearsal are built from source now: up to ` +
      `${Math.ceil(seconds / 60)} minutes on two cores, once; later runs find them in the cache.`,
  );
}
