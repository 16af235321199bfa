import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';

const kustomizationFiles = ['kustomization.yaml', 'kustomization.yml', 'Kustomization'];

/**
 * Folders outside of `tree` that the kustomizations in `folders` lead to, directly or through one another; all relative to
 * the workspace's root. Reads the text of the kustomizations and nothing else: whatever looks like a path upwards counts,
 * for one folder too many costs a cache hit and one too few costs a wrong verdict.
 */
export function foreignFolders(root: string, tree: string, folders: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  const found = new Set<string>();
  const waiting = [...folders];
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    if (seen.has(folder)) continue;
    seen.add(folder);
    for (const target of pathsUpwards(root, folder)) {
      if (isInside(target, tree) || target.startsWith('..')) continue;
      // A path to a file counts as its folder: kustomize reads nothing outside of a folder that it was sent to.
      const reached = posix.extname(target) === '' ? target : posix.dirname(target);
      found.add(reached);
      waiting.push(reached);
    }
  }
  return [...found].sort();
}

/** Folders of the bases of a tree. */
export function baseFolders(root: string, tree: string): readonly string[] {
  const base = join(root, tree, 'base');
  try {
    const entries = readdirSync(base, { withFileTypes: true });
    return entries.filter((entry) => entry.isDirectory()).map((entry) => `${tree}/base/${entry.name}`);
  } catch {
    // A tree of charts only has no base.
    return [];
  }
}

function pathsUpwards(root: string, folder: string): readonly string[] {
  for (const file of kustomizationFiles) {
    const text = readText(join(root, folder, file));
    if (text === undefined) continue;
    return [...text.matchAll(/(?:\.\.\/)+[^\s'",\]}]*/g)].map(([path]) =>
      posix.join(folder, path).replace(/\/$/, ''),
    );
  }
  return [];
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

function isInside(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`);
}
