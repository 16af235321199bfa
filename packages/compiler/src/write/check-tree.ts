import type { FileTree } from '../emit/file-tree.ts';
import type { Finding } from '../findings/finding.ts';
import { planWrite } from './plan-write.ts';
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
  const differences = [
    ...plan.writes.map(({ path, replaces }) =>
      replaces === undefined ? missingFile(location, path) : staleFile(location, path),
    ),
    ...plan.removals.map(({ path }) => superfluousFile(location, path)),
  ];
  const found = [...plan.findings, ...differences];
  if (found.length > 0 || plan.record === undefined) return found;
  return [
    plan.record.replaces === undefined ? missingFile(location, recordPath) : staleFile(location, recordPath),
  ];
}
