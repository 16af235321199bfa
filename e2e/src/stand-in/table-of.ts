import type { ResolvedFleet } from '@seatrial/compiler';
import type { StandIn } from '../lab/lab.ts';
import type { Replacement } from './replacement.ts';

/** More places than this are counted, not named. */
const named = 4;

/** The stand-in table: equal replacements are one row that says where, in the order in which they were made. */
export function tableOf(fleet: ResolvedFleet, replacements: readonly Replacement[]): StandIn[] {
  const alike = Map.groupBy(replacements, ({ what, real, standIn, why }) =>
    JSON.stringify([what, real, standIn, why]),
  );
  return [...alike.values()].flatMap((same) =>
    same.slice(0, 1).map(({ what, real, standIn, why }) => ({
      what,
      where: whereOf(
        fleet,
        same.map(({ placement }) => placement),
      ),
      real,
      standIn,
      why,
    })),
  );
}

function whereOf(fleet: ResolvedFleet, placements: readonly (string | undefined)[]): string {
  if (placements.includes(undefined)) return 'the whole fleet';
  const names = [...new Set(placements)].filter((name) => name !== undefined).sort();
  if (names.length === fleet.placements.length) return 'all placements';
  const applications = fleet.applications.filter(({ name }) =>
    fleet.placements.some((placement) => placement.application === name && names.includes(placement.name)),
  );
  const whole = applications.every(({ name }) =>
    fleet.placements
      .filter((placement) => placement.application === name)
      .every((placement) => names.includes(placement.name)),
  );
  if (whole && names.length > applications.length)
    return `all placements of ${applications.map(({ name }) => name).join(', ')}`;
  const rest = names.length - named;
  return rest > 1 ? `${names.slice(0, named).join(', ')} and ${rest} more` : names.join(', ');
}
