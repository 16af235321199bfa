import { posix } from 'node:path';
import type { CreateNodes, CreateNodesResultArray } from '@nx/devkit';
import { verdictPackages } from './locked-packages.ts';
import { fleetProject, treeProject } from './projects.ts';
import { recordedClusters } from './recorded-clusters.ts';
import { projectFiles, treeFile } from './tree-file.ts';
import { treeInputs } from './tree-inputs.ts';
import { verdictInputs } from './verdict-inputs.ts';

/**
 * One project for each fleet and for each tree, from the presence of files and the compiler's record. No model is ever run
 * here: the graph must be fast, and must stand when a model does not compile.
 */
export const createNodes: CreateNodes = [
  projectFiles,
  (files, _options, { workspaceRoot }) => inferProjects(files, workspaceRoot),
];

/** What the workspace has of one fleet. */
interface Found {
  model?: string;
  record?: string;
  /** Files by the last part of the tree's name: a cluster, or `argo-cd`. */
  readonly trees: Map<string, string[]>;
}

function inferProjects(files: readonly string[], root: string): CreateNodesResultArray {
  const packages = verdictPackages(root);
  const shared = verdictInputs(root, packages);
  return [...fleetsIn(files)].flatMap(([fleet, { model, record, trees }]) => {
    const clusters = recordedClusters(root, `clusters/${fleet}`);
    const inputs = treeInputs(root, `clusters/${fleet}`, trees, clusters);
    // A cluster of charts with no values of their own has objects, and not one file.
    for (const [name, { applications }] of clusters) {
      if (record !== undefined && applications.length > 0 && !trees.has(name)) trees.set(name, []);
    }
    const results: [string, { projects: Record<string, ReturnType<typeof treeProject>> }][] = [];
    if (model !== undefined) {
      const project = fleetProject(fleet, [...inputs.ofFleet(), ...shared], packages?.unnamed);
      results.push([model, { projects: { [posix.dirname(model)]: project } }]);
    }
    for (const [name, own] of trees) {
      const ofTree = name === 'argo-cd' ? inputs.ofArgoCd() : inputs.ofCluster(name);
      const project = treeProject({
        fleet,
        name,
        inputs: [...ofTree, ...shared],
        packages: packages?.unnamed,
        hasModel: model !== undefined,
      });
      // The project stands for all its files; Nx wants one of them as the reason.
      results.push([own[0] ?? record!, { projects: { [`clusters/${fleet}/${name}`]: project } }]);
    }
    return results;
  });
}

function fleetsIn(files: readonly string[]): ReadonlyMap<string, Found> {
  const fleets = new Map<string, Found>();
  for (const path of files.toSorted()) {
    const file = treeFile(path);
    if (file === undefined) continue;
    const found = fleets.get(file.fleet) ?? { trees: new Map<string, string[]>() };
    fleets.set(file.fleet, found);
    if (file.kind === 'fleet') found.model = path;
    else if (file.kind === 'record') found.record = path;
    else {
      const name = file.kind === 'cluster' ? file.cluster : 'argo-cd';
      const own = found.trees.get(name);
      if (own === undefined) found.trees.set(name, [path]);
      else own.push(path);
    }
  }
  return fleets;
}
