import type { LocatedObject, RenderedCluster, RenderedSet, RepositoryView } from '@seatrial/validator';
import { kindIndex } from '@seatrial/validator';

/** The address of a repository, unless a test says otherwise. */
export const here = 'https://git.example/fleet.git';

/** A repository with these files, by path. */
export function repositoryOf(files: Readonly<Record<string, string>> = {}, url = here): RepositoryView {
  const paths = Object.keys(files).sort();
  return {
    isThis: (asked) => asked === url,
    at(path) {
      if (Object.hasOwn(files, path)) return 'file';
      return path === '.' || paths.some((file) => file.startsWith(`${path}/`)) ? 'folder' : undefined;
    },
    filesIn: (folder) =>
      paths.filter((path) =>
        folder === '.' ? !path.includes('/') : path.slice(0, path.lastIndexOf('/')) === folder,
      ),
    foldersIn(folder) {
      const prefix = folder === '.' ? '' : `${folder}/`;
      const below = paths.filter((path) => path.startsWith(prefix)).map((path) => path.slice(prefix.length));
      const names = below
        .filter((path) => path.includes('/'))
        .map((path) => path.slice(0, path.indexOf('/')));
      return [...new Set(names)].map((name) => `${prefix}${name}`);
    },
    text: (path) => files[path],
  };
}

/** A cluster of which everything is known; `more` replaces fields. */
export function cluster(name = 'paris', more: Partial<RenderedCluster> = {}): RenderedCluster {
  return { name, kubernetes: '1.29.15', kinds: kindIndex([]), complete: true, unrendered: [], ...more };
}

/** A set of these objects; a cluster for each that they name unless `more` says otherwise. */
export function setOf(objects: readonly LocatedObject[], more: Partial<RenderedSet> = {}): RenderedSet {
  const names = [...new Set(objects.map(({ place }) => place.cluster))];
  return {
    clusters: names.map((name) => cluster(name)),
    objects,
    units: [],
    repository: repositoryOf(),
    ...more,
  };
}
