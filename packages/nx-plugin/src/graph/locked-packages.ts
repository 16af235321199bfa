import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What decides a verdict beside the tree: the packages that find it, and those that they are made of. */
export interface VerdictPackages {
  /** Keys of `packages` in package-lock.json that Nx can name, sorted. */
  readonly entries: readonly string[];
  /** sha256 of the entries whose key has a dot, which Nx takes for a path into the entry; absent: there is none. */
  readonly unnamed?: string;
  /** Folders of those that the workspace holds itself, relative to its root, sorted. */
  readonly ownFolders: readonly string[];
}

interface Locked {
  readonly link?: boolean;
  readonly resolved?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/** The command line finds every verdict; of the plugin itself only its own code has a part in it. */
const finder = '@seatrial/cli';
const plugin = '@seatrial/nx-plugin';
/** A rehearsal has a command of its own, and no part in a verdict. */
const apart = '@seatrial/e2e';

/** Undefined where the workspace has no package-lock.json, or one that does not know Seatrial. */
export function verdictPackages(root: string): VerdictPackages | undefined {
  const locked = readLock(root);
  if (locked === undefined || !Object.hasOwn(locked, `node_modules/${finder}`)) return undefined;
  const entries = new Set<string>();
  const folders = new Set<string>();
  const waiting = [`node_modules/${finder}`];
  /** Where the package itself stands: a link leads to a folder of the workspace. */
  const add = (key: string): string => {
    const { link = false, resolved = key } = locked[key] ?? {};
    entries.add(key);
    if (link) folders.add(resolved);
    return link ? resolved : key;
  };
  for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) {
    if (entries.has(key)) continue;
    const from = add(key);
    const { dependencies, optionalDependencies } = locked[from] ?? {};
    for (const name of Object.keys({ ...dependencies, ...optionalDependencies })) {
      const found = entryOf(name, from, locked);
      if (found !== undefined && name !== apart) waiting.push(found);
    }
  }
  if (Object.hasOwn(locked, `node_modules/${plugin}`)) add(`node_modules/${plugin}`);
  const sorted = [...entries].sort();
  const unnamed = sorted.filter((key) => key.includes('.')).map((key) => [key, locked[key]]);
  return {
    entries: sorted.filter((key) => !key.includes('.')),
    ...(unnamed.length === 0 ? {} : { unnamed: hash('sha256', JSON.stringify(unnamed)) }),
    ownFolders: [...folders].sort(),
  };
}

/** As Node looks a package up: in the node_modules beside the one that asks, then in those above. */
function entryOf(name: string, from: string, locked: Readonly<Record<string, Locked>>): string | undefined {
  for (let folder = from; ; folder = folder.slice(0, Math.max(folder.lastIndexOf('/'), 0))) {
    const key = `${folder === '' ? '' : `${folder}/`}node_modules/${name}`;
    if (!folder.endsWith('node_modules') && Object.hasOwn(locked, key)) return key;
    if (folder === '') return undefined;
  }
}

function readLock(root: string): Readonly<Record<string, Locked>> | undefined {
  try {
    const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
      packages?: Readonly<Record<string, Locked>>;
    };
    return packages;
  } catch {
    return undefined;
  }
}
