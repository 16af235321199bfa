import { posix } from 'node:path';
import type { CreateNodes, CreateNodesResultArray } from '@nx/devkit';
import { baseFolders, foreignFolders } from './foreign-folders.ts';
import { fleetProject, treeProject } from './projects.ts';
import { projectFiles, treeFile } from './tree-file.ts';

/**
 * One project for each fleet and for each tree, from the presence of files. No model is ever run here: the graph must be
 * fast, and must stand when a model does not compile.
 */
export const createNodes: CreateNodes = [
  projectFiles,
  (files, _options, { workspaceRoot }) => inferProjects(files, workspaceRoot),
];

function inferProjects(files: readonly string[], root: string): CreateNodesResultArray {
  const results: [string, { projects: Record<string, ReturnType<typeof fleetProject>> }][] = [];
  const fleets = new Set<string>();
  const trees = new Map<string, { fleet: string; name: string; files: string[] }>();
  for (const path of files.toSorted()) {
    const file = treeFile(path);
    if (file === undefined) continue;
    if (file.kind === 'fleet') {
      fleets.add(file.fleet);
      results.push([path, { projects: { [posix.dirname(path)]: fleetProject(file.fleet) } }]);
      continue;
    }
    const name = file.kind === 'cluster' ? file.cluster : 'argo-cd';
    const folder = `clusters/${file.fleet}/${name}`;
    const tree = trees.get(folder) ?? { fleet: file.fleet, name, files: [] };
    tree.files.push(path);
    trees.set(folder, tree);
  }
  for (const [folder, { fleet, name, files: own }] of trees) {
    const project = treeProject({
      fleet,
      name,
      selection: name === 'argo-cd' ? '--argo-cd' : `--cluster ${name}`,
      folders: name === 'argo-cd' ? [] : foldersOf(root, fleet, own),
      hasModel: fleets.has(fleet),
    });
    // The project stands for all its files; Nx wants one of them as the reason.
    results.push([own[0]!, { projects: { [folder]: project } }]);
  }
  return results;
}

/** The bases, and the author's own folders that the bases and the tree's kustomizations lead to. */
function foldersOf(root: string, fleet: string, files: readonly string[]): readonly string[] {
  const tree = `clusters/${fleet}`;
  const own = new Set(files.map((file) => posix.dirname(file)));
  return [`${tree}/base`, ...foreignFolders(root, tree, [...baseFolders(root, tree), ...own])];
}
