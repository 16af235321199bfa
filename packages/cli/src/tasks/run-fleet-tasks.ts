import { compileFleet } from '../compile/compile-fleet.ts';
import { toldOfError } from '../error-boundary.ts';
import { loadFleets } from '../load/load-fleets.ts';
import type { LoadedFleet } from '../load/load-fleet.ts';
import { reportOfError } from '../reports/report-of-error.ts';
import { FleetError } from '../workspace/fleet-error.ts';
import { startAll } from '../load/start-models.ts';
import { selectByName } from '../workspace/select-fleets.ts';
import type { Told } from '../workspace/told.ts';
import { exitCodes } from '../workspace/user-error.ts';
import { findWorkspace, type Workspace } from '../workspace/workspace.ts';
import { earlyEngine } from './early-engine.ts';
import type { FleetTask, TaskResult } from './fleet-task.ts';
import { placementsOf } from './part-of-tree.ts';
import { runValidations } from './run-validations.ts';
import { runVerifications } from './run-verifications.ts';
import { staleParts } from './stale-parts.ts';

export interface FleetTasks {
  /** Absolute path of the repository. */
  readonly root: string;
  /** All of one kind. */
  readonly tasks: readonly FleetTask[];
  /** Fleets that are compiled in the same run: their trees are brought up to date before they are looked at. */
  readonly compiled: ReadonlySet<string>;
}

/** A fleet that is loaded, and what is to be done with it. */
export interface FleetWithTasks {
  readonly loaded: LoadedFleet;
  readonly tasks: readonly FleetTask[];
}

/**
 * Runs tasks in this process: each fleet is loaded once, and one engine serves all. Every task gets a result, the errors of
 * people included.
 *
 * A task that looks at a tree fails where the committed tree is not what the model compiles to: its verdict would be about
 * something else than what was committed.
 */
export async function runFleetTasks({
  root,
  tasks,
  compiled,
}: FleetTasks): Promise<ReadonlyMap<FleetTask, TaskResult>> {
  const results = new Map<FleetTask, TaskResult>();
  const fail = async (failed: readonly FleetTask[], error: unknown): Promise<void> => {
    const told = resultOf(await toldOfError(error));
    const report = error instanceof FleetError ? await reportOfError(error) : undefined;
    const result = report === undefined ? told : { ...told, report };
    for (const task of failed) results.set(task, result);
  };
  const engine = tasks.some(({ kind }) => kind === 'validate') ? earlyEngine(tasks.length) : undefined;
  try {
    const workspace = findWorkspace(root);
    const fleets = await load(workspace, tasks, fail);
    if (tasks.every(({ kind }) => kind === 'compile')) {
      await compileAll(fleets, workspace, results, fail);
      return results;
    }
    const known = await withKnownClusters(fleets, fail);
    const current = await bringUpToDate(known, workspace, compiled, results, fail);
    if (engine === undefined) await runVerifications(current, workspace, results, fail);
    else await runValidations(current, workspace, engine, results);
  } catch (error) {
    await fail(
      tasks.filter((task) => !results.has(task)),
      error,
    );
  } finally {
    await engine?.close();
  }
  return results;
}

/** Tells of an error in the place of results. */
export type Fail = (tasks: readonly FleetTask[], error: unknown) => Promise<void>;

export type Results = Map<FleetTask, TaskResult>;

function resultOf({ out, err, code }: Told): TaskResult {
  return { text: `${err}${out}`, code };
}

async function load(
  workspace: Workspace,
  tasks: readonly FleetTask[],
  fail: Fail,
): Promise<readonly FleetWithTasks[]> {
  const byFleet = Map.groupBy(tasks, ({ fleet }) => fleet);
  const sources = [];
  for (const [name, own] of byFleet) {
    try {
      sources.push(...(await selectByName(workspace.fleets, [name], 'fleet', (fleet) => fleet.name)));
    } catch (error) {
      await fail(own, error);
    }
  }
  const charts = tasks.some(({ kind }) => kind !== 'compile');
  const fleets: FleetWithTasks[] = [];
  for (const outcome of await loadFleets(startAll(workspace, sources), { charts })) {
    const own = byFleet.get(outcome.source.name) ?? [];
    if ('error' in outcome) await fail(own, outcome.error);
    else fleets.push({ loaded: outcome.loaded, tasks: own });
  }
  return fleets;
}

async function compileAll(
  fleets: readonly FleetWithTasks[],
  workspace: Workspace,
  results: Results,
  fail: Fail,
): Promise<void> {
  for (const { loaded, tasks } of fleets) {
    try {
      const result = resultOf(await compileFleet(loaded, workspace));
      for (const task of tasks) results.set(task, result);
    } catch (error) {
      await fail(tasks, error);
    }
  }
}

/** Fails the tasks of clusters that the model does not have: a folder that somebody put beside those of clusters. */
async function withKnownClusters(
  fleets: readonly FleetWithTasks[],
  fail: Fail,
): Promise<readonly FleetWithTasks[]> {
  const known: FleetWithTasks[] = [];
  for (const { loaded, tasks } of fleets) {
    const right: FleetTask[] = [];
    for (const task of tasks) {
      try {
        placementsOf(task.part, loaded.fleet);
        right.push(task);
      } catch (error) {
        await fail([task], error);
      }
    }
    known.push({ loaded, tasks: right });
  }
  return known;
}

/** Compiles where that is part of the run, and fails the tasks whose part of the tree is stale. Returns the others. */
async function bringUpToDate(
  fleets: readonly FleetWithTasks[],
  workspace: Workspace,
  compiled: ReadonlySet<string>,
  results: Results,
  fail: Fail,
): Promise<readonly FleetWithTasks[]> {
  const current: FleetWithTasks[] = [];
  for (const { loaded, tasks } of fleets) {
    try {
      if (compiled.has(loaded.fleet.name)) {
        const told = await compileFleet(loaded, workspace);
        if (told.code !== exitCodes.fine) {
          for (const task of tasks) results.set(task, resultOf(told));
          continue;
        }
      }
      const stale = await staleParts(loaded, tasks, workspace);
      for (const [task, result] of stale) results.set(task, result);
      current.push({ loaded, tasks: tasks.filter((task) => !stale.has(task)) });
    } catch (error) {
      await fail(tasks, error);
    }
  }
  return current.filter(({ tasks }) => tasks.length > 0);
}
