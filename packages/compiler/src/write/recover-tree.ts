import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { removeEmptyFolders } from './apply-operations.ts';
import { digestOf } from '../objects/digest.ts';
import { readJournal, type Operation } from './journal.ts';
import { linkOnPath, scanTree } from './scan-tree.ts';
import { stagedFile } from './stage.ts';
import { codeOf, TreeError, treeErrorFrom } from './tree-error.ts';
import { recordPath, type TreeLocation } from './tree-location.ts';
import { withTreeLock } from './tree-lock.ts';

/**
 * Finishes a write that was cut short after it was committed. Every command that reads or writes a tree calls this first.
 * @returns whether there was anything to finish
 * @throws TreeError when the tree cannot be written
 */
export async function recoverTree(location: TreeLocation): Promise<boolean> {
  if (!existsSync(location.work)) return false;
  if (readJournal(location) === undefined) return false;
  return withTreeLock(location, () => finishJournal(location));
}

/** The same for a caller that holds the lock. */
export function finishJournal(location: TreeLocation): boolean {
  const journal = readJournal(location);
  if (journal === undefined) return false;
  const scan = scanTree(location);
  const link = journal.operations
    .map(({ path }) => linkOnPath(scan, path))
    .find((found) => found !== undefined);
  if (link !== undefined) {
    throw new TreeError(
      `A write of ${location.shown} was cut short and cannot be finished: ${location.shown}/${link} is now a symbolic link.`,
      'Remove the link, then run the command again.',
    );
  }
  try {
    mkdirSync(join(location.work, 'new'), { recursive: true });
    journal.operations.forEach((operation, index) => finish(location, operation, index));
    discardJournal(location);
  } catch (error) {
    throw treeErrorFrom(
      error,
      `finish the write of ${location.shown} that was cut short`,
      'the next command tries again',
    );
  }
  return true;
}

/** Forgets a write: it is through, or taken back. The journal goes first: without it the rest means nothing. */
export function discardJournal(location: TreeLocation): void {
  for (const name of ['journal', 'journal-draft', 'new', 'old']) {
    rmSync(join(location.work, name), { recursive: true, force: true });
  }
}

function finish(location: TreeLocation, operation: Operation, index: number): void {
  const target = join(location.folder, operation.path);
  const present = digestIn(target);
  const wanted = operation.text === undefined ? undefined : digestOf(operation.text);
  if (present === wanted) return;
  // Somebody changed the file after the write was cut short: it stays, and the next plan reports it.
  if (present !== operation.replaces && operation.path !== recordPath) return;
  if (operation.text === undefined) {
    rmSync(target);
    removeEmptyFolders(location, operation.path);
    return;
  }
  const staged = stagedFile(location, index);
  // The staged file is used where it is whole: it needs no space on a full disk. After a power cut it may not be.
  if (digestIn(staged) !== wanted) writeFileSync(staged, operation.text);
  mkdirSync(dirname(target), { recursive: true });
  renameSync(staged, target);
}

function digestIn(path: string): string | undefined {
  try {
    return digestOf(readFileSync(path));
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return undefined;
    throw error;
  }
}
