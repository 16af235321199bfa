import type { ResolvedFleet } from '@seatrial/compiler';
import type { SetView } from './set-view.ts';
import type { TakeoverView } from './takeover.ts';

/** A rendered set together with the fleet that it is of: what only a model can know. */
export interface FleetView extends SetView {
  readonly fleet: ResolvedFleet;
  /** One for each pair of the fleet's failover. */
  readonly takeovers: readonly TakeoverView[];
}
