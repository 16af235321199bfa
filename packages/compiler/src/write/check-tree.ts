import type { FileTree } from '../emit/file-tree.ts';
import type { Finding } from '../findings/finding.ts';
import { planWrite, type WritePlan } from './plan-write.ts';
import { recoverTree } from './recover-tree.ts';
import { recordPath, type TreeLocation } from './tree-location.ts';
import { missingFile, staleFile, superfluousFile } from './write-findings.ts';

/**
 * Says where a tree on disk is not what it should be: stale, missing, superfluous and edited files. Writes nothing.
 * @throws TreeError when a write that was cut short cannot be finished first
 */
export async function checkTree(location: TreeLocation, tree: FileTree): Promise<readonly Finding[]> {
  await recoverTree(location);
  const plan = planWrite(location, tree);
  const found = differencesOf(plan);
  if (found.length > 0 || plan.record === undefined) return found;
  return [
    plan.record.replaces === undefined ? missingFile(location, recordPath) : staleFile(location, recordPath),
  ];
}

/** What stands in the way of a plan, and each file that it would change. */
function differencesOf(plan: WritePlan): readonly Finding[] {
  const { location } = plan;
  return [
    ...plan.findings,
    ...plan.writes.map(({ path, replaces }) =>
      replaces === undefined ? missingFile(location, path) : staleFile(location, path),
    ),
    ...plan.removals.map(({ path }) => superfluousFile(location, path)),
  ];
}
