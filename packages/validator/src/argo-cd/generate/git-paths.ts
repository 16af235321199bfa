import { posix } from 'node:path';
import type { RepositoryView } from '../../rendered/repository-view.ts';
import { pathPattern, pathspec } from './path-pattern.ts';

/** An entry of `directories` or `files`. */
export interface PathEntry {
  readonly path: string;
  readonly exclude: boolean;
}

/** The folders that a directories generator finds, in the order of a walk. Hidden ones are not looked at. */
export function foldersMatching(
  repository: RepositoryView,
  entries: readonly PathEntry[],
): readonly string[] {
  const found = new Set(
    entries.filter(({ exclude }) => !exclude).flatMap(({ path }) => walk(repository, path)),
  );
  const excluded = entries.flatMap(({ path, exclude }) => (exclude ? [pathPattern(path)] : []));
  return [...found]
    .filter((folder) => !excluded.some((pattern) => pattern?.test(folder)))
    .sort((left, right) => compareSegments(left.split('/'), right.split('/')));
}

/** The files that a files generator finds, sorted. */
export function filesMatching(repository: RepositoryView, entries: readonly PathEntry[]): readonly string[] {
  const wanted = entries.map(({ path, exclude }) => ({ path: plainPath(path), exclude }));
  const excluded = wanted.flatMap(({ path, exclude }) => (exclude ? [pathspec(path)] : []));
  const found = new Set<string>();
  for (const { path, exclude } of wanted) {
    const pattern = exclude ? undefined : pathspec(path);
    // git takes a pathspec by its letters first: a file `w[x].yaml` is meant by its name.
    if (!exclude && repository.at(path) === 'file') found.add(path);
    if (pattern === undefined) continue;
    const fixed = path.split(/[*?[\\]/, 1)[0] ?? '';
    const start =
      fixed === path ? path.replace(/\/$/, '') : fixed.slice(0, Math.max(0, fixed.lastIndexOf('/')));
    for (const file of filesBelow(repository, start === '' ? '.' : start))
      if (pattern.test(file)) found.add(file);
  }
  return [...found].filter((file) => !excluded.some((pattern) => pattern?.test(file))).sort();
}

/** A pathspec without `./`, `//` and a slash at its end; everything for `.`. */
function plainPath(path: string): string {
  const plain = posix.normalize(path).replace(/\/$/, '');
  return plain === '.' ? '*' : plain;
}

/** Follows the pattern folder by folder, so that only what can match is listed. */
function walk(repository: RepositoryView, pattern: string): readonly string[] {
  return pattern.split('/').reduce<readonly string[]>(
    (parents, segment) => {
      const matches = pathPattern(segment);
      if (matches === undefined) return [];
      return parents.flatMap((parent) =>
        repository.foldersIn(parent).filter((folder) => {
          const name = folder.slice(folder.lastIndexOf('/') + 1);
          return !name.startsWith('.') && matches.test(name);
        }),
      );
    },
    ['.'],
  );
}

function filesBelow(repository: RepositoryView, path: string): readonly string[] {
  if (repository.at(path) === 'file') return [path];
  return [
    ...repository.filesIn(path),
    ...repository.foldersIn(path).flatMap((folder) => filesBelow(repository, folder)),
  ];
}

function compareSegments(left: readonly string[], right: readonly string[]): number {
  const at = left.findIndex((segment, index) => segment !== right[index]);
  if (at === -1) return left.length - right.length;
  const other = right[at];
  return other === undefined ? 1 : (left[at] ?? '') < other ? -1 : 1;
}
