import type { ResolvedFleet } from '../../resolved/fleet.ts';
import type { FileTree } from '../file-tree.ts';
import { baseLayer } from './base-layer.ts';
import { valueFiles } from './chart-values.ts';
import { baseFolder, placementFolder } from './folders.ts';
import { layerFiles } from './layer.ts';
import { placementLayer } from './placement-layer.ts';

/**
 * The Kustomize tree of a fleet, paths relative to its folder `clusters/<fleet>`: real kustomize on the folder of each
 * placement yields exactly the placement's objects. What kustomize does to an object whatever its files say is outside
 * that law, and `verify` reports it: it leaves out objects annotated `config.kubernetes.io/local-config`, an empty
 * `annotations: {}`, and the annotations `internal.config.kubernetes.io/*` and `config.kubernetes.io/{path,index,id}`
 * that it keeps its own notes in, merges a key `<<`, and takes apart an object whose kind ends in `List` and that has
 * `items`.
 */
export function emitKustomize(fleet: ResolvedFleet): FileTree {
  const tree = new Map<string, string>();
  const usedBases = new Set<string>();
  for (const placement of fleet.placements) {
    const layer = placementLayer(fleet, placement);
    if (layer !== undefined) addAll(tree, placementFolder(placement), layerFiles(layer, fleet.name));
    if (layer?.usesBase === true) usedBases.add(placement.application);
    for (const chart of placement.charts) {
      for (const [path, text] of valueFiles(fleet, placement, chart)) tree.set(path, text);
    }
  }
  for (const application of fleet.applications) {
    if (!usedBases.has(application.name)) continue;
    const base = baseLayer(application, fleet.tree);
    const folder = baseFolder(application.name);
    addAll(tree, folder, layerFiles(base, fleet.name));
    for (const layer of base.foreign)
      addAll(tree, `${folder}/${layer.component}`, layerFiles(layer, fleet.name));
  }
  return new Map([...tree].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

function addAll(tree: Map<string, string>, folder: string, files: ReadonlyMap<string, string>): void {
  for (const [path, text] of files) tree.set(`${folder}/${path}`, text);
}
