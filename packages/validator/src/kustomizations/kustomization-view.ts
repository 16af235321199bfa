import { accumulator, changed, kustomizationAt, type Accumulation } from './accumulate.ts';
import { entriesOf, readKustomization, type Kustomization } from './kustomization.ts';
import { pathsNamed } from './paths-named.ts';
import type { KustomizationRepository } from './kustomization-repository.ts';

/** One kustomization, and what its checks look into. */
export interface KustomizationView extends Kustomization {
  readonly repository: KustomizationRepository;
  /**
   * What its patches work on: its own accumulation; of a component, those of the kustomizations that use it. Empty for a
   * component that nobody here uses.
   */
  readonly before: readonly Accumulation[];
  /** The same with the names, namespaces and labels that it gives itself: what its other transformers work on. */
  readonly after: readonly Accumulation[];
  /** Whether a manifest beside it is applied by something else. */
  isApplied(path: string): boolean;
  /** Whether any kustomization reads a file. */
  isListed(path: string): boolean;
}

/** The views of kustomization files; files that cannot be read have none. */
export function kustomizationViews(
  repository: KustomizationRepository,
  files: readonly string[],
  isApplied: (path: string) => boolean,
): readonly KustomizationView[] {
  const all = files.flatMap((file) => readKustomization(repository, file) ?? []);
  const accumulate = accumulator(repository);
  const users = usersOf(all, repository);
  const listed = new Set(all.flatMap(pathsNamed));
  const beforeOf = (one: Kustomization): readonly Accumulation[] =>
    one.isComponent ? (users.get(one.file) ?? []).map(accumulate) : [accumulate(one)];
  return all.map((one) => ({
    ...one,
    repository,
    get before() {
      return beforeOf(one);
    },
    get after() {
      return beforeOf(one).map((part) => ({ ...part, objects: changed(part.objects, one) }));
    },
    isApplied,
    isListed: (path) => listed.has(path),
  }));
}

/** The kustomizations that end up with the objects for each component, through other components too. */
function usersOf(
  all: readonly Kustomization[],
  repository: KustomizationRepository,
): ReadonlyMap<string, readonly Kustomization[]> {
  const direct = new Map<string, Kustomization[]>();
  for (const one of all) {
    for (const { entry } of entriesOf(one, 'components')) {
      const file = kustomizationAt(one, entry, repository)?.file;
      if (file !== undefined) direct.set(file, [...(direct.get(file) ?? []), one]);
    }
  }
  const found = new Map<string, readonly Kustomization[]>();
  for (const file of direct.keys()) {
    const seen = new Set(direct.get(file));
    for (const user of seen)
      if (user.isComponent) for (const above of direct.get(user.file) ?? []) seen.add(above);
    found.set(
      file,
      [...seen].filter(({ isComponent }) => !isComponent),
    );
  }
  return found;
}
