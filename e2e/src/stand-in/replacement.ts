import type { ResolvedFleet } from '@seatrial/compiler';
import type { World } from './world.ts';

/** One thing that was replaced at one place. {@link tableOf} gathers equal ones into the rows that people read. */
export interface Replacement {
  /** `image`, `repository`, `deadline`, … */
  readonly what: string;
  /** A placement's name; absent: the fleet as a whole. */
  readonly placement?: string;
  readonly real: string;
  readonly standIn: string;
  readonly why: string;
}

/** A fleet after one kind of replacement, and what was replaced. */
export interface Replaced {
  readonly fleet: ResolvedFleet;
  readonly replacements: readonly Replacement[];
}

/** One kind of replacement. Pure, and a second time changes nothing. */
export type Replace = (fleet: ResolvedFleet, world: World) => Replaced;
