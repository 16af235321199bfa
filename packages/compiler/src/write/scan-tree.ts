import { lstatSync, readdirSync, readlinkSync, realpathSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { codeOf } from './tree-error.ts';
import { workPath, type TreeLocation } from './tree-location.ts';

/** What is in the folder of a tree. Paths are relative to it, `/` separated. */
export interface TreeScan {
  readonly files: ReadonlySet<string>;
  readonly folders: ReadonlySet<string>;
  /** Symbolic links, and whether they lead out of the tree. `''` is the tree's own folder. */
  readonly links: ReadonlyMap<string, { readonly target: string; readonly outside: boolean }>;
}

/** Lists a tree without following any link. A tree that is not there is empty. */
export function scanTree(location: TreeLocation): TreeScan {
  const files = new Set<string>();
  const folders = new Set<string>();
  const links = new Map<string, { target: string; outside: boolean }>();
  for (const above of [dirname(location.folder), location.folder]) {
    const entry = lstatSync(above, { throwIfNoEntry: false });
    if (entry?.isSymbolicLink()) links.set('', { target: readlinkSync(above), outside: true });
  }
  if (links.size > 0) return { files, folders, links };

  const pending = [''];
  for (let folder = pending.pop(); folder !== undefined; folder = pending.pop()) {
    for (const entry of entriesOf(join(location.folder, folder))) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (path === workPath) continue;
      if (entry.isSymbolicLink()) links.set(path, followed(location, path));
      else if (entry.isDirectory()) {
        folders.add(path);
        pending.push(path);
      } else files.add(path);
    }
  }
  return { files, folders, links };
}

/** The link that a path goes through or is, if there is one. */
export function linkOnPath(scan: TreeScan, path: string): string | undefined {
  if (scan.links.size === 0) return undefined;
  const parts = path.split('/');
  const prefixes = ['', ...parts.map((_, index) => parts.slice(0, index + 1).join('/'))];
  return prefixes.find((prefix) => scan.links.has(prefix));
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return [];
    throw error;
  }
}

function followed(location: TreeLocation, path: string): { target: string; outside: boolean } {
  const link = join(location.folder, path);
  const target = readlinkSync(link);
  return { target, outside: !isInside(realpathSync(location.folder), endOf(link, target)) };
}

function endOf(link: string, target: string): string {
  try {
    return realpathSync(link);
  } catch {
    // A link to nothing: what matters is where a file would come to be if it were written.
    return resolve(realpathSync(dirname(link)), target);
  }
}

function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`);
}
