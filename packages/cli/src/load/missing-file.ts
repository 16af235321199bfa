import { readdirSync } from 'node:fs';
import { basename, dirname, relative } from 'node:path';
import { didYouMean } from '@seatrial/compiler';
import { UserError } from '../workspace/user-error.ts';

/** A file that something of the author's names and that is not there. `place` is where it is named. */
export function missingFile(file: string, root: string, place: string): UserError {
  const folder = dirname(file);
  const shown = relative(root, file);
  let names: string[];
  try {
    names = readdirSync(folder).filter((name) => !name.startsWith('.'));
  } catch {
    return new UserError(
      `${place}: there is no folder ${relative(root, folder)}.`,
      'Correct the path, or make the folder.',
    );
  }
  const hint = didYouMean(basename(file), names);
  return new UserError(`${place}: there is no file ${shown}.`, `${hint[0]?.toUpperCase()}${hint.slice(1)}`);
}
