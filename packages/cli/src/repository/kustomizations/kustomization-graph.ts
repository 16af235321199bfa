import { posix } from 'node:path';
import { kustomizationNames } from '@seatrial/validator';
import { isBelow, type Repository } from '../files/repository.ts';
import { readKustomization, type Kustomization } from './kustomization.ts';

/** The kustomizations of a repository and how they use each other. */
export interface KustomizationGraph {
  at(folder: string): Kustomization | undefined;
  readonly all: readonly Kustomization[];
  /** Folders that no other kustomization uses, and that are no components: what people build. */
  readonly roots: readonly string[];
  /** Files that some kustomization reads. */
  readonly used: ReadonlySet<string>;
  /** The kustomization of a folder and all those that it is made of, itself first. */
  reach(folder: string): readonly Kustomization[];
}

/** Reads every kustomization below `folders` of the repository, and those that they use. */
export function kustomizationGraph(
  repository: Repository,
  isForeign: (path: string) => boolean,
): KustomizationGraph {
  const byFolder = new Map<string, Kustomization>();
  for (const file of repository.files) {
    const folder = posix.dirname(file);
    if (!kustomizationNames.includes(posix.basename(file)) || isForeign(file) || byFolder.has(folder))
      continue;
    byFolder.set(folder, readKustomization(repository, file));
  }
  const all = [...byFolder.values()];
  const usedFolders = new Set(all.flatMap(({ folder, bases }) => bases.filter((base) => base !== folder)));
  const reached = new Map<string, readonly Kustomization[]>();
  const reach = (folder: string): readonly Kustomization[] => {
    const known = reached.get(folder) ?? reachFrom(folder, byFolder);
    reached.set(folder, known);
    return known;
  };
  const isAsked = ({ folder, file }: Kustomization): boolean =>
    folder === repository.scope || file === repository.scope;
  const isInScope = ({ folder }: Kustomization): boolean =>
    isBelow(folder, repository.scope) || posix.dirname(repository.scope) === folder;
  const roots = all.filter(
    (one) => isAsked(one) || (!one.isComponent && !usedFolders.has(one.folder) && isManifest(one)),
  );
  return {
    at: (folder) => byFolder.get(folder),
    all,
    roots: [...roots, ...circles(all, roots, reach)]
      .filter(isInScope)
      .map(({ folder }) => folder)
      .sort(),
    used: new Set(all.flatMap(({ resources, parts }) => [...resources, ...parts])),
    reach,
  };
}

/** One of each circle of kustomizations that nothing else uses, so that somebody hears of it. */
function circles(
  all: readonly Kustomization[],
  roots: readonly Kustomization[],
  reach: (folder: string) => readonly Kustomization[],
): readonly Kustomization[] {
  const seen = new Set(roots.flatMap(({ folder }) => reach(folder)));
  const found: Kustomization[] = [];
  for (const one of all) {
    if (seen.has(one) || one.isComponent || !isManifest(one)) continue;
    found.push(one);
    for (const other of reach(one.folder)) seen.add(other);
  }
  return found;
}

/** A file of that name may be something else, such as an object of Flux. */
function isManifest({ fields }: Kustomization): boolean {
  const { apiVersion } = fields;
  return typeof apiVersion !== 'string' || apiVersion.startsWith('kustomize.config.k8s.io/');
}

function reachFrom(start: string, byFolder: ReadonlyMap<string, Kustomization>): readonly Kustomization[] {
  const seen = new Set([start]);
  for (const folder of seen) for (const base of byFolder.get(folder)?.bases ?? []) seen.add(base);
  return [...seen].flatMap((folder) => byFolder.get(folder) ?? []);
}
