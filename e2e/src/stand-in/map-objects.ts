import type { KubernetesObject, ResolvedFleet, ResolvedObject } from '@seatrial/compiler';
import type { Replacement } from './replacement.ts';
import type { Replaced } from './replacement.ts';

/** What became of an object, and what was replaced in it. The same object: nothing was. */
export interface MappedObject {
  readonly object: KubernetesObject;
  readonly replacements: readonly Omit<Replacement, 'placement'>[];
}

/**
 * Maps every object of every placement, and of every base in the same way: so an overlay stays the small patch of its
 * base that it was. Objects of charts are not among them.
 */
export function mapObjects(fleet: ResolvedFleet, map: (object: KubernetesObject) => MappedObject): Replaced {
  const replacements: Replacement[] = [];
  const mapped = (resolved: ResolvedObject, placement?: string): ResolvedObject => {
    const { object, replacements: made } = map(resolved.object);
    if (placement !== undefined)
      replacements.push(...made.map((replacement) => ({ ...replacement, placement })));
    return object === resolved.object ? resolved : { ...resolved, object };
  };
  const placements = fleet.placements.map((placement) => ({
    ...placement,
    objects: placement.objects.map((resolved) => mapped(resolved, placement.name)),
  }));
  const applications = fleet.applications.map((application) => ({
    ...application,
    base: application.base.map((resolved) => mapped(resolved)),
  }));
  return { fleet: { ...fleet, placements, applications }, replacements };
}
