import { posix } from 'node:path';
import type { CreateNodes, CreateNodesResultArray } from '@nx/devkit';
import { verdictPackages } from './locked-packages.ts';
import { fleetProject, treeProject } from './projects.ts';
import { recordedFacts } from './recorded-facts.ts';
import { projectFiles, treeFile } from './tree-file.ts';
import { treeInputs } from './tree-inputs.ts';
import { verdictInputs } from './verdict-inputs.ts';

/**
 * One project for each fleet and for each tree, from the presence of files and the facts that the compiler has recorded. No
 * model is ever run here: the graph must be fast, and must stand when a model does not compile.
 */
export const createNodes: CreateNodes = [
  projectFiles,
  (files, _options, { workspaceRoot }) => inferProjects(files, workspaceRoot),
];

/** What the workspace has of one fleet. */
interface Found {
  model?: string;
  /** The file with the facts of each cluster, by its name. */
  readonly clusters: Map<string, string>;
}

function inferProjects(files: readonly string[], root: string): CreateNodesResultArray {
  const packages = verdictPackages(root);
  const shared = verdictInputs(root, packages);
  return [...fleetsIn(files)].flatMap(([fleet, { model, clusters }]) => {
    const facts = new Map([...clusters].map(([name, path]) => [name, recordedFacts(root, path)]));
    const inputs = treeInputs(root, `clusters/${fleet}`, facts);
    const unnamed = packages?.unnamed;
    const results: [string, { projects: Record<string, ReturnType<typeof treeProject>> }][] = [];
    if (model !== undefined) {
      const project = fleetProject(fleet, [...inputs.ofFleet(), ...shared], unnamed);
      results.push([model, { projects: { [posix.dirname(model)]: project } }]);
    }
    const addTree = (name: string, reason: string, own: typeof shared): void => {
      const tree = { fleet, name, inputs: [...own, ...shared], packages: unnamed };
      const project = treeProject({ ...tree, hasModel: model !== undefined });
      results.push([reason, { projects: { [`clusters/${fleet}/${name}`]: project } }]);
    };
    for (const [name, path] of clusters) addTree(name, path, inputs.ofCluster(name));
    const hub = [...clusters].find(([name]) => facts.get(name)?.argoCd !== undefined);
    if (hub !== undefined) addTree('argo-cd', hub[1], inputs.ofArgoCd());
    return results;
  });
}

function fleetsIn(files: readonly string[]): ReadonlyMap<string, Found> {
  const fleets = new Map<string, Found>();
  for (const path of files.toSorted()) {
    const file = treeFile(path);
    if (file === undefined) continue;
    const found = fleets.get(file.fleet) ?? { clusters: new Map<string, string>() };
    fleets.set(file.fleet, found);
    if (file.kind === 'fleet') found.model = path;
    else found.clusters.set(file.cluster, path);
  }
  return fleets;
}
