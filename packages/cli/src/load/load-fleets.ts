import { availableParallelism } from 'node:os';
import pLimit from 'p-limit';
import { FleetError } from '../workspace/fleet-error.ts';
import type { FleetFolder } from '../workspace/workspace.ts';
import { loadFleet, type LoadedFleet } from './load-fleet.ts';
import type { StartedModels } from './start-models.ts';

/** What became of one fleet. */
export type FleetOutcome =
  | { readonly source: FleetFolder; readonly loaded: LoadedFleet }
  | { readonly source: FleetFolder; readonly error: FleetError };

/** Loads fleets side by side. One that does not load does not keep the others from it. */
export async function loadFleets(
  { workspace, models }: StartedModels,
  options: { readonly charts: boolean },
): Promise<readonly FleetOutcome[]> {
  const limit = pLimit(availableParallelism());
  return Promise.all(
    models.map((model) =>
      limit(async () => {
        try {
          return { source: model.source, loaded: await loadFleet(model, workspace, options) };
        } catch (error) {
          return { source: model.source, error: new FleetError(error, model.source, workspace) };
        }
      }),
    ),
  );
}
