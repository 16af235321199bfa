import { verifyParts } from '../verify/verify-parts.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { placementsOf } from './part-of-tree.ts';
import type { Fail, FleetWithTasks, Results } from './run-fleet-tasks.ts';

/** Verifies parts of trees: one kustomize for each fleet, and one result for each part. */
export async function runVerifications(
  fleets: readonly FleetWithTasks[],
  workspace: Workspace,
  results: Results,
  fail: Fail,
): Promise<void> {
  for (const { loaded, tasks } of fleets) {
    try {
      const parts = tasks.map(({ part }) => ({
        isSelected: placementsOf(part, loaded.fleet),
        argoCd: part.kind !== 'cluster',
      }));
      const told = await verifyParts(loaded, workspace, parts);
      for (const [index, { out, err, code }] of told.entries()) {
        const task = tasks[index];
        if (task !== undefined) results.set(task, { text: `${err}${out}`, code });
      }
    } catch (error) {
      await fail(tasks, error);
    }
  }
}
