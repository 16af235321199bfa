import { availableParallelism } from 'node:os';
import pLimit, { type LimitFunction } from 'p-limit';
import { selectFleets } from '../workspace/select-fleets.ts';
import { findWorkspace, type FleetFolder, type Workspace } from '../workspace/workspace.ts';
import type { ModelAnswer } from './model-worker.ts';
import { runModel } from './run-model.ts';

/** Models that run while the program loads what comes after them. */
export interface StartedModels {
  readonly workspace: Workspace;
  readonly models: readonly StartedModel[];
}

export interface StartedModel {
  readonly source: FleetFolder;
  readonly answer: Promise<ModelAnswer>;
}

/**
 * Starts the models of the fleets that the names or patterns mean; of all fleets without one. Imports nothing large:
 * a model and the compiler take about the same time to load, and do it side by side.
 * @throws UserError for a name that is no fleet, or outside of a repository
 */
export async function startModels(patterns: readonly string[]): Promise<StartedModels> {
  const workspace = findWorkspace(process.cwd());
  return startAll(workspace, await selectFleets(workspace, patterns));
}

/** The same for fleets that are known. */
export function startAll(workspace: Workspace, fleets: readonly FleetFolder[]): StartedModels {
  const limit = pLimit(availableParallelism());
  return { workspace, models: fleets.map((source) => startModel(source, limit)) };
}

function startModel(source: FleetFolder, limit: LimitFunction): StartedModel {
  const answer = limit(() => runModel(source));
  // Whoever takes the answer meets the error; until then it must not count as one that nobody handles.
  answer.catch(() => undefined);
  return { source, answer };
}
