import { copyFileSync, linkSync, mkdirSync, renameSync, rmdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Operation } from './journal.ts';
import { keptFile, stagedFile } from './stage.ts';
import { codeOf } from './tree-error.ts';
import type { TreeLocation } from './tree-location.ts';

/** How a failed run was left: the old tree whole again, or a mix that the journal still has to finish. */
export interface Failure {
  readonly error: unknown;
  readonly undone: boolean;
}

/** Carries out staged operations in their order; when one fails, takes back those before it. */
export function applyOperations(
  location: TreeLocation,
  operations: readonly Operation[],
): Failure | undefined {
  const undo: (() => void)[] = [];
  try {
    operations.forEach((operation, index) => apply(location, operation, index, undo));
    return undefined;
  } catch (error) {
    return { error, undone: takeBack(undo) };
  }
}

function takeBack(undo: readonly (() => void)[]): boolean {
  try {
    for (const step of undo.toReversed()) step();
    return true;
  } catch {
    return false;
  }
}

function apply(location: TreeLocation, operation: Operation, index: number, undo: (() => void)[]): void {
  const target = join(location.folder, operation.path);
  const staged = stagedFile(location, index);
  const kept = keptFile(location, index);
  if (operation.text === undefined) {
    renameSync(target, kept);
    undo.push(() => {
      mkdirSync(dirname(target), { recursive: true });
      renameSync(kept, target);
    });
    removeEmptyFolders(location, operation.path);
    return;
  }
  if (operation.replaces !== undefined) keep(target, kept);
  else makeFolder(dirname(target), undo);
  renameSync(staged, target);
  // The new content goes back to its place beside the tree, so that a kill during the undoing can still roll forward.
  undo.push(() => {
    renameSync(target, staged);
    if (operation.replaces !== undefined) renameSync(kept, target);
  });
}

function keep(target: string, kept: string): void {
  try {
    linkSync(target, kept);
  } catch {
    // Not every file system has hard links; a copy keeps the content as well.
    copyFileSync(target, kept);
  }
}

function makeFolder(folder: string, undo: (() => void)[]): void {
  const first = mkdirSync(folder, { recursive: true });
  if (first === undefined) return;
  undo.push(() => {
    for (let made = folder; made.length >= first.length; made = dirname(made)) rmdirSync(made);
  });
}

/** Removes the folders above a removed file that it leaves empty, up to the tree's own. */
export function removeEmptyFolders(location: TreeLocation, path: string): void {
  const parts = path.split('/').slice(0, -1);
  for (; parts.length > 0; parts.pop()) {
    try {
      rmdirSync(join(location.folder, ...parts));
    } catch (error) {
      if (['ENOTEMPTY', 'EEXIST', 'ENOENT'].includes(codeOf(error))) return;
      throw error;
    }
  }
}
