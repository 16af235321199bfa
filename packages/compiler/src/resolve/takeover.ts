import { ModelError } from '../findings/model-error.ts';
import type { Finding } from '../findings/finding.ts';
import { checkModel } from '../model/check-model.ts';
import type { FleetModel } from '../model/fleet.ts';
import type { Inputs } from '../model/inputs.ts';
import type { ResolvedFleet } from '../resolved/fleet.ts';
import { resolve } from './fleet.ts';

/** A failover that the model foresees, and what the fleet is after it. */
export interface Takeover {
  /** The cluster that is lost. */
  readonly active: string;
  /** The cluster that takes over for it. */
  readonly standby: string;
  /** The two clusters with their roles exchanged, and no other cluster; absent: then the model is wrong. */
  readonly fleet?: ResolvedFleet;
  /** Why the model with the roles exchanged is wrong; empty where it is not. */
  readonly problems: readonly Finding[];
}

/** What each failover makes of a fleet: the roles of a pair are exchanged, as the runbook says, and nothing else. */
export function takeovers(model: FleetModel, inputs: Inputs): Takeover[] {
  const pairs = Object.entries(model.failover ?? {}).map(([one, other]) =>
    model.clusters[one]?.role === 'active' ? ([one, other] as const) : ([other, one] as const),
  );
  const distinct = new Map(pairs.map((pair) => [pair.join('/'), pair]));
  return [...distinct.values()].map(([active, standby]) => {
    try {
      return { active, standby, fleet: afterSwap(model, inputs, active, standby), problems: [] };
    } catch (error) {
      if (!(error instanceof ModelError)) throw error;
      return { active, standby, problems: error.findings.filter(({ severity }) => severity === 'error') };
    }
  });
}

function afterSwap(model: FleetModel, inputs: Inputs, active: string, standby: string): ResolvedFleet {
  const { [active]: lost, [standby]: taking } = model.clusters;
  if (lost === undefined || taking === undefined)
    throw new Error(`failover: ${active} or ${standby} is no cluster.`);
  const swapped = {
    [active]: { ...lost, role: 'standby' as const },
    [standby]: { ...taking, role: 'active' as const },
  };
  const checked = checkModel({ ...model, clusters: { ...model.clusters, ...swapped } });
  // The other clusters stay as they are: what is placed on them is known already.
  return resolve({ ...checked, clusters: swapped, failover: { [standby]: active } }, inputs).fleet;
}
