import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Operation } from './journal.ts';
import type { TreeLocation } from './tree-location.ts';

/** Where the new content of the operation with that number waits. */
export function stagedFile(location: TreeLocation, index: number): string {
  return join(location.work, 'new', String(index));
}

/** Where what the operation with that number replaces is kept until the write is through. */
export function keptFile(location: TreeLocation, index: number): string {
  return join(location.work, 'old', String(index));
}

/** Writes every new content beside the tree: a full disk is met here, while the tree is still whole. */
export function stage(location: TreeLocation, operations: readonly Operation[]): void {
  for (const name of ['new', 'old']) {
    rmSync(join(location.work, name), { recursive: true, force: true });
    mkdirSync(join(location.work, name));
  }
  operations.forEach(({ text }, index) => {
    if (text !== undefined) writeFileSync(stagedFile(location, index), text);
  });
}
