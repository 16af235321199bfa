import { posix } from 'node:path';
import { baseFolders, foreignFolders } from './foreign-folders.ts';
import type { RecordedFacts } from './recorded-facts.ts';
import type { Inputs } from './verdict-inputs.ts';

/** What the verdicts on the parts of one tree hang on. */
export interface TreeInputs {
  readonly ofCluster: (name: string) => Inputs;
  readonly ofArgoCd: () => Inputs;
  readonly ofFleet: () => Inputs;
}

/**
 * @param tree folder of the tree, relative to the workspace's root
 * @param clusters the facts of each; of one without, everything in the tree is taken for an input
 */
export function treeInputs(
  root: string,
  tree: string,
  clusters: ReadonlyMap<string, RecordedFacts | undefined>,
): TreeInputs {
  const bases = new Map(baseFolders(root, tree).map((folder) => [posix.basename(folder), folder]));
  // Bases are shared by many trees, and each is followed once. Only bases lead to folders of the author.
  const foreignOfBase = new Map<string, readonly string[]>();
  const foreignOf = (base: string): readonly string[] => {
    const known = foreignOfBase.get(base) ?? foreignFolders(root, tree, [base]);
    foreignOfBase.set(base, known);
    return known;
  };
  const withForeign = (folders: readonly string[], own: readonly string[]): Inputs =>
    allBelow([...own, ...new Set(folders.flatMap(foreignOf).sort())]);
  /**
   * Files beside its own folder that a cluster's objects come from. Clusters of the same applications have the same list: Nx
   * takes the files of a list together, and looks through the whole workspace once for each list.
   */
  const around = ({ applications, argoCd }: RecordedFacts): Inputs => {
    const folders = applications.flatMap((application) => bases.get(application) ?? []);
    // What Argo CD is told lies on the cluster that it runs on, beside the cluster's own objects.
    return withForeign(folders, [...folders, ...(argoCd === undefined ? [] : [`${tree}/${argoCd}`])]);
  };
  const everything = (): Inputs => withForeign([...bases.values()], [tree]);
  return {
    ofCluster(name) {
      const facts = clusters.get(name);
      return ['{projectRoot}/**/*', ...(facts === undefined ? everything() : around(facts))];
    },
    ofArgoCd() {
      const ofHubs = [...clusters].flatMap(([name, facts]) =>
        facts?.argoCd === undefined ? [] : [...allBelow([`${tree}/${name}`]), ...around(facts)],
      );
      return ['{projectRoot}/**/*', ...ofHubs];
    },
    ofFleet: everything,
  };
}

function allBelow(folders: readonly string[]): Inputs {
  return folders.map((folder) => `{workspaceRoot}/${folder}/**/*`);
}
