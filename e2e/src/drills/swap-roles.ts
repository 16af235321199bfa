import type { FleetModel } from '@seatrial/compiler';

/** The two clusters of a failover, as the model's `failover` names them. */
export interface Pair {
  /** Role `active` at the moment that is meant. */
  readonly active: string;
  readonly standby: string;
}

/** The model with the roles of two clusters exchanged, and nothing else: what a failover commits. */
export function swapRoles(model: FleetModel, { active, standby }: Pair): FleetModel {
  const { [active]: one, [standby]: other } = model.clusters;
  if (one?.role === undefined || other?.role === undefined)
    throw new Error(
      `a failover needs two clusters with roles; look at ${active} and ${standby} in the model`,
    );
  return {
    ...model,
    clusters: {
      ...model.clusters,
      [active]: { ...one, role: other.role },
      [standby]: { ...other, role: one.role },
    },
  };
}

/** The model with this cluster of the pair as the active one, whichever it was. */
export function withActive(model: FleetModel, pair: Pair, active: string): FleetModel {
  return model.clusters[active]?.role === 'active' ? model : swapRoles(model, pair);
}
