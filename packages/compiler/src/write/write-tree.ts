import { existsSync } from 'node:fs';
import type { FileTree } from '../emit/file-tree.ts';
import type { Finding } from '../findings/finding.ts';
import { applyOperations } from './apply-operations.ts';
import { commitJournal, type Operation } from './journal.ts';
import { planWrite, type WritePlan } from './plan-write.ts';
import { discardJournal, finishJournal, recoverTree } from './recover-tree.ts';
import { stage } from './stage.ts';
import { treeErrorFrom } from './tree-error.ts';
import type { TreeLocation } from './tree-location.ts';
import { withTreeLock } from './tree-lock.ts';

/** What a write did. With findings it did nothing. */
export interface WriteReport {
  /** Paths relative to the tree, sorted; without the ownership record. */
  readonly written: readonly string[];
  readonly removed: readonly string[];
  readonly unchanged: number;
  readonly findings: readonly Finding[];
}

/**
 * Brings a tree on disk to what it should be: all of it or nothing.
 *
 * New contents are staged beside the tree, then a journal is made durable, then files are renamed into place. A failure
 * takes everything back; a kill leaves the old tree, or a journal that {@link recoverTree} finishes.
 *
 * @throws TreeError when the disk is full, the tree cannot be written, or another process keeps writing it
 */
export async function writeTree(location: TreeLocation, tree: FileTree): Promise<WriteReport> {
  await recoverTree(location);
  const plan = planWrite(location, tree);
  if (plan.findings.length > 0) return reportOf(plan);
  // A hidden folder that a killed run left is cleared away below, under the lock.
  if (isNothingToDo(plan) && !existsSync(location.work)) return reportOf(plan);
  try {
    return await withTreeLock(location, () => writeLocked(location, tree));
  } catch (error) {
    throw treeErrorFrom(error, `write ${location.shown}`, 'the tree is as it was');
  }
}

function writeLocked(location: TreeLocation, tree: FileTree): WriteReport {
  finishJournal(location);
  // Another process may have written since the first look.
  const plan = planWrite(location, tree);
  if (plan.findings.length > 0 || isNothingToDo(plan)) return reportOf(plan);
  const operations: readonly Operation[] = [
    ...plan.removals,
    ...plan.writes,
    ...(plan.record === undefined ? [] : [plan.record]),
  ];
  commit(location, operations);
  const failure = applyOperations(location, operations);
  if (failure !== undefined && !failure.undone) {
    throw treeErrorFrom(
      failure.error,
      `write ${location.shown}`,
      'the next seatrial command finishes the write',
    );
  }
  discardJournal(location);
  if (failure !== undefined) throw failure.error;
  return reportOf(plan);
}

function commit(location: TreeLocation, operations: readonly Operation[]): void {
  try {
    stage(location, operations);
    commitJournal(location, { operations });
  } catch (error) {
    discardJournal(location);
    throw error;
  }
}

function isNothingToDo(plan: WritePlan): boolean {
  return plan.writes.length === 0 && plan.removals.length === 0 && plan.record === undefined;
}

function reportOf(plan: WritePlan): WriteReport {
  return {
    written: plan.findings.length > 0 ? [] : plan.writes.map((write) => write.path),
    removed: plan.findings.length > 0 ? [] : plan.removals.map((removal) => removal.path),
    unchanged: plan.unchanged,
    findings: plan.findings,
  };
}
