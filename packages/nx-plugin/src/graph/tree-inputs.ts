import { posix } from 'node:path';
import { baseFolders, foreignFolders } from './foreign-folders.ts';
import type { RecordedCluster } from './recorded-clusters.ts';
import type { Inputs } from './verdict-inputs.ts';

/** What the verdicts on the parts of one tree hang on. */
export interface TreeInputs {
  readonly ofCluster: (name: string) => Inputs;
  readonly ofArgoCd: () => Inputs;
  readonly ofFleet: () => Inputs;
}

/**
 * @param tree folder of the tree, relative to the workspace's root
 * @param files of each part, by the last part of its name, from the workspace's root
 * @param clusters what is recorded of them; of one that is not, everything in the tree is taken for an input
 */
export function treeInputs(
  root: string,
  tree: string,
  files: ReadonlyMap<string, readonly string[]>,
  clusters: ReadonlyMap<string, RecordedCluster>,
): TreeInputs {
  const bases = new Map(baseFolders(root, tree).map((folder) => [posix.basename(folder), folder]));
  // Bases are shared by many trees, and each is followed once.
  const foreignOfBase = new Map<string, readonly string[]>();
  const foreignOf = (base: string): readonly string[] => {
    const known = foreignOfBase.get(base) ?? foreignFolders(root, tree, [base]);
    foreignOfBase.set(base, known);
    return known;
  };
  /** The author's own folders that the kustomizations of a part lead to. */
  const foreignOfPart = new Map<string, readonly string[]>();
  const foreignOfFiles = (name: string): readonly string[] => {
    const folders = new Set((files.get(name) ?? []).map((file) => posix.dirname(file)));
    const known = foreignOfPart.get(name) ?? foreignFolders(root, tree, [...folders]);
    foreignOfPart.set(name, known);
    return known;
  };
  const basesOf = (name: string): readonly string[] => {
    const applications = clusters.get(name)?.applications ?? [...bases.keys()];
    return applications.flatMap((application) => bases.get(application) ?? []);
  };
  /** Files beside its own folder that a cluster's objects come from, and the facts of it that no file holds. */
  const around = (name: string): Inputs => {
    const folders = basesOf(name);
    const foreign = new Set([...folders.flatMap(foreignOf), ...foreignOfFiles(name)]);
    const { argoCd } = clusters.get(name) ?? {};
    return [
      ...allBelow([...folders, ...[...foreign].sort()]),
      ...(argoCd === undefined ? [] : allBelow([`${tree}/${argoCd}`])),
      { json: `{workspaceRoot}/${tree}/.seatrial.json`, fields: [`clusters.${name}`] },
    ];
  };
  return {
    // Not `{projectRoot}`, which Nx takes for an error in a project without a file.
    ofCluster: (name) => [...allBelow([`${tree}/${name}`]), ...around(name)],
    ofArgoCd() {
      const hubs = [...clusters].filter(([, { argoCd }]) => argoCd !== undefined).map(([name]) => name);
      // What Argo CD is told lies on the cluster that it runs on, beside the cluster's own objects.
      const ofHubs = hubs.flatMap((name) => [...allBelow([`${tree}/${name}`]), ...around(name)]);
      return hubs.length === 0 ? allBelow([tree]) : [...allBelow([`${tree}/argo-cd`]), ...ofHubs];
    },
    ofFleet() {
      const foreign = new Set([
        ...[...bases.values()].flatMap(foreignOf),
        ...[...files.keys()].flatMap(foreignOfFiles),
      ]);
      return allBelow([tree, ...[...foreign].sort()]);
    },
  };
}

function allBelow(folders: readonly string[]): Inputs {
  return folders.map((folder) => `{workspaceRoot}/${folder}/**/*`);
}
