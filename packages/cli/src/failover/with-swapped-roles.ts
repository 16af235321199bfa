import { checkModel, ModelError, resolve, type FleetModel, type ResolvedFleet } from '@seatrial/compiler';
import type { LoadedFleet } from '../load/load-fleet.ts';
import type { FoundTakeover } from './find-takeover.ts';

/**
 * The fleet as it will be, before anything is written.
 * @throws ModelError where the model with the roles exchanged is wrong
 */
export function withSwappedRoles({ model, inputs }: LoadedFleet, takeover: FoundTakeover): ResolvedFleet {
  const { fleet, findings } = resolve(checkModel(swapped(model, takeover)), inputs);
  const errors = findings.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new ModelError(errors);
  return fleet;
}

function swapped(model: FleetModel, { active, standby }: FoundTakeover): FleetModel {
  return {
    ...model,
    clusters: Object.fromEntries(
      Object.entries(model.clusters).map(([name, cluster]) => [
        name,
        name === active
          ? { ...cluster, role: 'standby' as const }
          : name === standby
            ? { ...cluster, role: 'active' as const }
            : cluster,
      ]),
    ),
  };
}
