import { posix } from 'node:path';
import { isRecord, pathFrom, textAt, type RepositoryView } from '@seatrial/validator';
import { canonicalUrl, repositoryOnDisk } from '../../validate/repository-on-disk.ts';
import { isEngineObject } from './engine-kinds.ts';
import type { Repository } from '../files/repository.ts';

/**
 * The view of a repository that was found: which addresses mean it is concluded. An address means it when git has it as a
 * remote, when its last part is the name of the repository or of a remote (a fork, a mirror), or when there is no
 * remote at all and every path that is named beside the address is here.
 */
export function viewOf(repository: Repository, objects: Iterable<unknown>): RepositoryView {
  const onDisk = repositoryOnDisk(repository.root, repository.remotes);
  const names = new Set([repository.name, ...repository.remotes.map(lastPart)]);
  const paths = new Map<string, string[]>();
  for (const object of objects)
    if (isEngineObject(textAt(object, 'apiVersion') ?? '', textAt(object, 'kind') ?? ''))
      collectPaths(object, paths);
  const isHere = (path: string): boolean => {
    const folder = pathFrom('.', path.replace(/^\/+/, '').replace(/\/?[^/]*[*?{[].*$/, ''));
    return folder !== undefined && (repository.hasFolder(folder) || repository.hasFile(folder));
  };
  const known = new Map<string, boolean>();
  const decide = (url: string): boolean => {
    if (onDisk.isThis(url) || names.has(lastPart(url))) return true;
    const named = (paths.get(canonicalUrl(url)) ?? []).filter((path) => path !== '.' && path !== '');
    return repository.remotes.length === 0 && named.length > 0 && named.every(isHere);
  };
  return {
    ...onDisk,
    isThis(url) {
      const before = known.get(url) ?? decide(url);
      known.set(url, before);
      return before;
    },
  };
}

function lastPart(url: string): string {
  return posix.basename(canonicalUrl(url));
}

/** Every `repoURL` with the paths beside it, wherever they are: in sources, and in the generators of ApplicationSets. */
function collectPaths(value: unknown, paths: Map<string, string[]>): void {
  if (Array.isArray(value)) for (const item of value) collectPaths(item, paths);
  if (!isRecord(value)) return;
  const { repoURL, path, directories, files } = value;
  if (typeof repoURL === 'string') {
    const named = [path, ...membersOf(directories), ...membersOf(files)].filter(
      (one): one is string => typeof one === 'string',
    );
    const key = canonicalUrl(repoURL);
    paths.set(key, [...(paths.get(key) ?? []), ...named]);
  }
  for (const member of Object.values(value)) collectPaths(member, paths);
}

function membersOf(list: unknown): readonly unknown[] {
  return Array.isArray(list)
    ? list.map((entry: unknown) => (isRecord(entry) ? entry['path'] : undefined))
    : [];
}
