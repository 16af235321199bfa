import type { Placement, ResolvedFleet } from '@seatrial/compiler';
import { selectByName } from './select-fleets.ts';

/** Which placements of the selected fleets a command looks at; an empty list means all. Patterns with `*` are fine. */
export interface Selection {
  readonly cluster: readonly string[];
  readonly environment: readonly string[];
  readonly application: readonly string[];
  /** What Argo CD itself is told, with no placement unless one is selected beside it. */
  readonly argoCd: boolean;
}

export function isEverything(selection: Selection): boolean {
  return !selection.argoCd && !selectsPlacements(selection);
}

/** Whether what Argo CD itself is told is selected. */
export function selectsArgoCd(selection: Selection): boolean {
  return selection.argoCd || isEverything(selection);
}

function selectsPlacements({ cluster, environment, application }: Selection): boolean {
  return cluster.length + environment.length + application.length > 0;
}

export type IsSelected = (placement: Placement) => boolean;

/**
 * Says whether a placement is selected. Each pattern must name something in at least one of the fleets.
 * @throws UserError for one that does not
 */
export async function placementFilter(
  fleets: readonly ResolvedFleet[],
  selection: Selection,
): Promise<IsSelected> {
  if (selection.argoCd && !selectsPlacements(selection)) return () => false;
  const placements = fleets.flatMap((fleet) => fleet.placements);
  const names = {
    cluster: fleets.flatMap((fleet) => fleet.clusters.map(({ name }) => name)),
    environment: placements.map(({ environment }) => environment),
    application: fleets.flatMap((fleet) => fleet.applications.map(({ name }) => name)),
  };
  const allowed: { part: 'cluster' | 'environment' | 'application'; names: ReadonlySet<string> }[] = [];
  for (const part of ['cluster', 'environment', 'application'] as const) {
    if (selection[part].length === 0) continue;
    allowed.push({
      part,
      names: new Set(await selectByName(names[part], selection[part], part, (name) => name)),
    });
  }
  return (placement) => allowed.every(({ part, names: chosen }) => chosen.has(placement[part]));
}
