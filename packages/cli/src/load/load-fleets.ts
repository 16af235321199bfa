import { availableParallelism } from 'node:os';
import pLimit from 'p-limit';
import { FleetError } from '../workspace/fleet-error.ts';
import type { FleetFolder, Workspace } from '../workspace/workspace.ts';
import { loadFleet, type LoadedFleet } from './load-fleet.ts';

/** What became of one fleet. */
export type FleetOutcome =
  | { readonly source: FleetFolder; readonly loaded: LoadedFleet }
  | { readonly source: FleetFolder; readonly error: FleetError };

/** Loads fleets side by side. One that does not load does not keep the others from it. */
export async function loadFleets(
  sources: readonly FleetFolder[],
  workspace: Workspace,
  options: { readonly charts: boolean },
): Promise<readonly FleetOutcome[]> {
  const limit = pLimit(availableParallelism());
  return Promise.all(
    sources.map((source) =>
      limit(async () => {
        try {
          return { source, loaded: await loadFleet(source, workspace, options) };
        } catch (error) {
          return { source, error: new FleetError(error, source, workspace) };
        }
      }),
    ),
  );
}
