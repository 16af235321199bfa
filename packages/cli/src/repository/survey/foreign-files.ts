import { posix } from 'node:path';
import { isBelow, type Repository } from '../files/repository.ts';

/** Folders whose files are no manifests of this repository, wherever they are. */
const foreignFolder = /^(node_modules|vendor|_?testdata\d*|(__)?fixtures(__)?|__snapshots?__)$/;

/** Which files are left out for where they are: it depends on nothing but their path. */
export interface ForeignFiles {
  /** Hidden folders, vendored code, test data, templates of projects. */
  readonly isForeign: (path: string) => boolean;
  /** The chart that a file belongs to: the folder with `Chart.yaml`. */
  readonly chartOf: (path: string) => string | undefined;
  /** The folders of all charts that are no part of another chart, sorted. */
  readonly charts: readonly string[];
}

export function foreignFiles({ files, scope }: Repository): ForeignFiles {
  const isForeign = (path: string): boolean => {
    const below = isBelow(path, scope) && scope !== '.' ? path.slice(scope.length) : path;
    return posix
      .dirname(below)
      .split('/')
      .some(
        (part) =>
          foreignFolder.test(part) || (part.startsWith('.') && part.length > 1) || part.includes('{{'),
      );
  };
  const all = new Set(
    files.filter((path) => posix.basename(path) === 'Chart.yaml' && !isForeign(path)).map(posix.dirname),
  );
  const chartOf = (path: string): string | undefined => {
    let found: string | undefined;
    for (let folder = posix.dirname(path); ; folder = posix.dirname(folder)) {
      if (all.has(folder)) found = folder;
      if (folder === '.' || folder === '/') return found;
    }
  };
  return {
    isForeign,
    chartOf,
    charts: [...new Set([...all].flatMap((folder) => chartOf(`${folder}/Chart.yaml`) ?? []))].sort(),
  };
}
