import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from './user-error.ts';
import { rootFrom } from './workspace.ts';

/**
 * Whether the arguments of `validate` are paths: they hold a `/` or a `.`, or name a folder and no fleet.
 * @throws UserError for paths and fleets in one run, and for a path that is to be watched
 */
export function arePaths(
  names: readonly string[],
  { watch = false }: { readonly watch?: boolean } = {},
): boolean {
  const paths = names.filter(isPath);
  const fleet = names.find((name) => !isPath(name));
  if (paths.length > 0 && watch)
    throw new UserError(`"${paths[0]}" is a path.`, 'Watch fleets: only a model says what it is made of.');
  if (paths.length === 0 || fleet === undefined) return paths.length > 0;
  throw new UserError(
    `"${fleet}" is a fleet and "${paths[0]}" is a path.`,
    'Validate fleets and paths in runs of their own.',
  );
}

function isPath(name: string): boolean {
  if (/[/.]/.test(name)) return true;
  if (statSync(name, { throwIfNoEntry: false })?.isDirectory() !== true) return false;
  const root = rootFrom(process.cwd());
  return root === undefined || !existsSync(join(root, 'environments', name, 'fleet.ts'));
}
