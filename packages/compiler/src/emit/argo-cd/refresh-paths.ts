import type { ResolvedFleet } from '../../resolved/fleet.ts';
import type { Placement } from '../../resolved/placement.ts';
import { filesRead } from '../kustomize/files-read.ts';

/**
 * What a commit must touch for Argo CD to build the placement again: absolute paths, from the root of whichever
 * repository. They count for every source of the Application, so the folder of a chart in git is among them.
 * Source: Argo CD, `docs/operator-manual/high_availability.md`, "Manifest Paths Annotation".
 */
export function refreshPaths(fleet: ResolvedFleet, placement: Placement): string | undefined {
  const files = new Set([
    ...filesRead(fleet, placement),
    ...placement.charts.flatMap(({ source }) => ('git' in source ? [source.path] : [])),
  ]);
  const paths = [...files].map((file) => `/${file}`);
  return paths.length === 0 ? undefined : paths.sort().join(';');
}
