import type { Placement, ResolvedFleet } from '@seatrial/compiler';

/**
 * Labels that every object of an environment has, with one value: what the fleet puts on all that it makes, and its
 * policies may ask for. The real chart is told them by its values, which a chart that stands in does not read.
 */
export function sharedLabels(fleet: ResolvedFleet, { environment }: Placement): Record<string, string> {
  const all = fleet.placements
    .filter((placement) => placement.environment === environment)
    .flatMap(({ objects }) => objects.map(({ object }) => object.metadata.labels ?? {}));
  const [first = {}, ...others] = all;
  return Object.fromEntries(
    Object.entries(first).filter(([key, value]) => others.every((labels) => labels[key] === value)),
  );
}
