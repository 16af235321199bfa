import { establishDefinitions } from '../argo-cd/establish-definitions.ts';
import type { Lab, StandIn } from '../lab/lab.ts';
import type { Run } from '../run/run.ts';
import { placementObjects } from './differences/placement-objects.ts';
import type { Published } from './trial.ts';

/** Argo CD's own, so that what it applies later is what is there. */
const manager = 'argocd-controller';

/**
 * Makes the fleet's definitions before Argo CD looks at the clusters for the first time; it takes them over with its first
 * sync. For each event of a definition that comes while it looks, Argo CD reads the whole API of the cluster again
 * (gitops-engine, pkg/cache/cluster.go, watchEvents): with these definitions that is minutes.
 */
export async function definitionsFirst(run: Run, lab: Lab, { fleet }: Published): Promise<void> {
  await Promise.all(
    [...lab.clusters.values()].map(async ({ name, apiServer }) => {
      const objects = fleet.placements.filter(({ cluster }) => cluster === name).flatMap(placementObjects);
      const definitions = objects.filter(({ kind }) => kind === 'CustomResourceDefinition');
      await establishDefinitions(run, apiServer.behindTheCut, definitions, { manager });
    }),
  );
}

export const definitionsFirstStandIn: StandIn = {
  what: 'definitions',
  where: 'all clusters',
  real: 'made by the first sync',
  standIn: 'made before Argo CD first looks, and taken over by its first sync',
  why: 'Argo CD reads the whole API of a cluster again for each that comes while it looks',
};
