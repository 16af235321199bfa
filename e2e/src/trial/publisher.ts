import type { FleetModel } from '@seatrial/compiler';
import type { Published, PublishOptions } from './trial.ts';

/** Puts states of a fleet into the lab's git, and has Argo CD look. */
export interface Publisher {
  /** Every state so far, oldest first; the last one is what git serves. */
  readonly history: readonly Published[];
  publish(message: string, model: FleetModel, options?: PublishOptions): Promise<Published>;
  revert(message: string): Promise<Published>;
}
