import type { Place } from '@seatrial/compiler';
import type { LocatedObject } from '@seatrial/validator';

/** Stands where the fleet's name would: a repository has none. */
const onlyLookedUp = 'elsewhere';

/** The object as something that references may find on a cluster, of no unit; nothing is said about it. */
export function forLookup({ object }: LocatedObject, cluster: string): LocatedObject {
  return { object, place: { fleet: onlyLookedUp, cluster } };
}

/** Whether anything is to be said about a place. */
export function isSaid({ fleet }: Place): boolean {
  return fleet !== onlyLookedUp;
}
