import { readdirSync, readFileSync, statSync, type Dirent } from 'node:fs';
import { join, posix } from 'node:path';
import type { RepositoryView } from '@seatrial/validator';

/**
 * A repository as it lies on the disk. Every answer is remembered: checks ask for the same path many times.
 *
 * @param root absolute path of the repository.
 * @param urls addresses by which engines name it.
 * @param generated folders that the compiler writes, with a kustomization that is right: whether they are written yet is
 *   for `compile --check` to say, and what they yield for `verify`.
 */
export function repositoryOnDisk(
  root: string,
  urls: readonly string[],
  generated: readonly string[] = [],
): RepositoryView {
  const names = new Set(urls.map(canonicalUrl));
  const written = new Map(generated.map((folder) => [folder, posix.join(folder, 'kustomization.yaml')]));
  const known = new Map<string, 'file' | 'folder' | undefined>(
    [...written].flatMap(([folder, file]) => [[folder, 'folder'] as const, [file, 'file'] as const]),
  );
  const kustomizations = new Set(written.values());
  return {
    isThis: (url) => names.has(canonicalUrl(url)),
    at(path) {
      const asked = posix.normalize(path).replace(/\/$/, '');
      if (!known.has(asked)) known.set(asked, asked.startsWith('..') ? undefined : kindOf(join(root, asked)));
      return known.get(asked);
    },
    filesIn(folder) {
      const file = written.get(folder);
      return file === undefined ? entriesIn(root, folder, (entry) => entry.isFile()) : [file];
    },
    foldersIn: (folder) =>
      entriesIn(root, folder, (entry) => entry.isDirectory() && !notInGit.has(entry.name)),
    text(path) {
      if (kustomizations.has(path)) return undefined;
      try {
        return readFileSync(join(root, path), 'utf8');
      } catch {
        return undefined;
      }
    },
  };
}

/** Folders that no repository holds, however many machines have them. */
const notInGit = new Set(['.git', 'node_modules']);

function entriesIn(root: string, folder: string, isWanted: (entry: Dirent) => boolean): readonly string[] {
  try {
    return readdirSync(join(root, folder), { withFileTypes: true })
      .filter(isWanted)
      .map(({ name }) => posix.join(folder, name))
      .sort();
  } catch {
    return [];
  }
}

function kindOf(path: string): 'file' | 'folder' | undefined {
  const found = statSync(path, { throwIfNoEntry: false });
  return found?.isDirectory() === true ? 'folder' : found?.isFile() === true ? 'file' : undefined;
}

/** One form for `https://git.example/a/b.git`, `ssh://git@git.example/a/b` and `git@git.example:a/b`. */
export function canonicalUrl(url: string): string {
  const address = url
    .trim()
    .replace(/^[a-z][a-z0-9+.-]*:\/\//i, '')
    .replace(/^[^@/]*@/, '')
    .replace(/^([^/:]+):(?!\d+\/)/, '$1/')
    .replace(/(\.git)?\/*$/, '');
  const slash = address.indexOf('/');
  return slash === -1 ? address.toLowerCase() : address.slice(0, slash).toLowerCase() + address.slice(slash);
}
