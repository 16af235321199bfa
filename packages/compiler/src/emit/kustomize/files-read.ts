import type { ResolvedFleet } from '../../resolved/fleet.ts';
import type { Placement } from '../../resolved/placement.ts';
import { baseLayer } from './base-layer.ts';
import { chartValueFiles } from './chart-values.ts';
import { baseFolder, placementFolder } from './folders.ts';
import { applicationOf, placementLayer } from './placement-layer.ts';

/**
 * Every folder and file that the build of a placement reads, from the repository's root, sorted: its own folder, its
 * base, the author's folders under that, and value files. What lies in a listed folder is not listed again.
 */
export function filesRead(fleet: ResolvedFleet, placement: Placement): string[] {
  const application = applicationOf(fleet, placement);
  const layer = placementLayer(fleet, placement);
  const read = placement.charts.flatMap((chart) => chartValueFiles(fleet, placement, chart));
  if (layer !== undefined) read.push(`${fleet.tree}/${placementFolder(placement)}`);
  if (layer?.usesBase === true) {
    read.push(`${fleet.tree}/${baseFolder(application.name)}`);
    const used = new Set(
      baseLayer(application, fleet.tree)
        .foreign.filter(({ usesFolder }) => usesFolder)
        .map(({ component }) => component),
    );
    for (const { component, path, reads } of application.foreignBases) {
      if (used.has(component)) read.push(path, ...reads);
    }
  }
  const paths = new Set(read);
  return [...paths].filter((path) => !hasAncestor(path, paths)).toSorted();
}

function hasAncestor(path: string, folders: ReadonlySet<string>): boolean {
  for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
    if (folders.has(path.slice(0, end))) return true;
  }
  return false;
}
