import type { ResolvedFleet } from '@seatrial/compiler';
import type { SetView } from './set-view.ts';

/** A rendered set together with the fleet that it is of: what only a model can know. */
export interface FleetView extends SetView {
  readonly fleet: ResolvedFleet;
}
