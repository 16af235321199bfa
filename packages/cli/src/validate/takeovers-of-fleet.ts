import { takeovers, type ResolvedFleet } from '@seatrial/compiler';
import type { RenderedTakeover } from '@seatrial/validator';
import type { LoadedFleet } from '../load/load-fleet.ts';
import { renderCharts } from '../load/render-charts.ts';
import { schemasOfFleet } from './clusters-to-validate.ts';
import { objectsOfEngine, placedObjects } from './objects-of-fleet.ts';
import { renderedCluster } from './set-of-fleet.ts';

/**
 * What each failover of a fleet makes of its standby: the model is resolved once more with the two roles exchanged, and the
 * charts of the standby are rendered with the values that it has then.
 * @throws MissingFromCache
 */
export async function takeoversOfFleet({
  model,
  inputs,
  fleet: today,
}: LoadedFleet): Promise<readonly RenderedTakeover[]> {
  return Promise.all(
    takeovers(model, inputs).map(async ({ fleet, ...takeover }) => {
      if (fleet === undefined) return takeover;
      const { fleet: rendered, findings } = await renderCharts(only(takeover.standby, fleet));
      const [schemas] = (await schemasOfFleet(rendered)).clusters;
      if (schemas === undefined) throw new Error(`${takeover.standby} is not in its own fleet.`);
      // A failover does not move an engine: it tells it other things, and they are not looked at here.
      const ofEngine = objectsOfEngine(today).filter(({ place }) => place.cluster === takeover.standby);
      return {
        ...takeover,
        problems: findings.filter(({ severity }) => severity === 'error'),
        after: {
          cluster: renderedCluster(rendered, schemas),
          objects: [...placedObjects(rendered, model), ...ofEngine],
          fleet,
        },
      };
    }),
  );
}

/** A fleet as far as it is on one cluster. */
function only(cluster: string, fleet: ResolvedFleet): ResolvedFleet {
  return {
    ...fleet,
    clusters: fleet.clusters.filter(({ name }) => name === cluster),
    placements: fleet.placements.filter((placement) => placement.cluster === cluster),
  };
}
