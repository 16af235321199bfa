import type { Unit } from '../engines/unit.ts';
import type { LocatedObject } from '@seatrial/validator';
import type { Surroundings } from '../engines/surroundings.ts';
import type { Seed } from './seeds.ts';
import type { UnitObject } from './objects-of-unit.ts';
import { unitsOfObject } from './units-of-object.ts';

/** A seed with every unit that follows from it: the objects that it brings tell engines what to sync, and so on. */
export interface Closure {
  readonly seed: Seed;
  /** The seed's own unit is not among them. */
  readonly units: readonly Unit[];
}

/**
 * @param engineObjects the objects of a unit that tell engines something, as far as they are rendered
 */
export function closureOf(
  seed: Seed,
  engineObjects: (unit: Unit) => readonly UnitObject[],
  around: Surroundings,
): Closure {
  const known = new Map<string, Unit>();
  const next: Unit[] = [seed.unit];
  for (const unit of next) {
    for (const { unset: _, ...located } of engineObjects(unit)) {
      for (const made of unitsOfObject(located as LocatedObject, unit, around)) {
        if (known.has(made.name)) continue;
        known.set(made.name, made);
        next.push(made);
      }
    }
  }
  return { seed, units: [...known.values()] };
}
