import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { UserError } from './user-error.ts';

/** A repository with fleets. */
export interface Workspace {
  /** Absolute path of the folder that holds `environments/` and `clusters/`. */
  readonly root: string;
  readonly fleets: readonly FleetFolder[];
}

/** A fleet as found on disk; its model is not read yet. */
export interface FleetFolder {
  /** Name of the folder, which is the fleet's name. */
  readonly name: string;
  /** Absolute path of the folder. */
  readonly folder: string;
  /** Absolute path of the model. */
  readonly file: string;
  /** Path of the model from the repository's root, for messages. */
  readonly shown: string;
}

/** Finds the nearest folder, from `start` upward, that has `environments/`. */
export function findWorkspace(start: string): Workspace {
  const root = rootFrom(start);
  if (root === undefined) {
    throw new UserError(
      `There is no folder environments/ in ${resolve(start)} or above it.`,
      'Change to your repository, or begin a fleet with `seatrial init <fleet>`.',
    );
  }
  const folder = join(root, 'environments');
  const fleets = readdirSync(folder)
    .sort()
    .filter((name) => existsSync(join(folder, name, 'fleet.ts')))
    .map((name) => fleetFolder(root, name));
  return { root, fleets };
}

/** The root of the repository above `start`, if `start` is inside one. */
export function rootFrom(start: string): string | undefined {
  for (let folder = resolve(start); ; folder = dirname(folder)) {
    if (statSync(join(folder, 'environments'), { throwIfNoEntry: false })?.isDirectory()) return folder;
    if (folder === dirname(folder)) return undefined;
  }
}

export function fleetFolder(root: string, name: string): FleetFolder {
  const folder = join(root, 'environments', name);
  return { name, folder, file: join(folder, 'fleet.ts'), shown: `environments/${name}/fleet.ts` };
}
