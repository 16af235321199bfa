import type { ResolvedFleet } from '../../resolved/fleet.ts';
import type { Placement } from '../../resolved/placement.ts';

/** Branches that a change of these placements must reach: their own, and those of the roots that bring them. */
export function followedBranches(fleet: ResolvedFleet, placements: readonly Placement[]): string[] {
  const names = new Set(placements.map(({ name }) => name));
  const roots = fleet.argoCd.instances.filter((instance) =>
    instance.placements.some((name) => names.has(name)),
  );
  return [...new Set([...roots, ...placements].map(({ revision }) => revision))].sort();
}
