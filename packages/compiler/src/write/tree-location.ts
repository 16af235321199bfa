import { join } from 'node:path';
import { TreeError } from './tree-error.ts';

/** Where the tree of one fleet is. */
export interface TreeLocation {
  readonly fleet: string;
  /** Absolute path of the repository. */
  readonly root: string;
  /** Absolute path of the tree's folder. */
  readonly folder: string;
  /** The same, relative to the repository, for messages: `clusters/<fleet>`. */
  readonly shown: string;
  /** Absolute path of the hidden folder for the lock, the journal and what is staged; it exists only during a write. */
  readonly work: string;
}

/** Committed record of the files that the compiler owns, relative to the tree. */
export const recordPath = '.seatrial.json';

/** Hidden folder of a write under way, relative to the tree. It ignores itself for git. */
export const workPath = '.seatrial';

const fleetName = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;

/** @throws TreeError when the name is not one plain folder name. */
export function treeLocation(root: string, fleet: string): TreeLocation {
  if (!fleetName.test(fleet)) {
    throw new TreeError(
      `${JSON.stringify(fleet)} cannot be the name of a fleet: its tree would not be one folder in clusters/.`,
      'Use small letters, digits and hyphens, at most 63, with a letter or digit at both ends.',
    );
  }
  const folder = join(root, 'clusters', fleet);
  return { fleet, root, folder, shown: `clusters/${fleet}`, work: join(folder, workPath) };
}

/** Whether a path of a tree or of a record stays inside the tree and away from the compiler's own files. */
export function isTreePath(path: string): boolean {
  const [first, ...rest] = path.split('/');
  if (first === undefined || first === recordPath || first === workPath) return false;
  return [first, ...rest].every(
    (part) => part !== '' && part !== '.' && part !== '..' && !/[\\\0]/.test(part),
  );
}
