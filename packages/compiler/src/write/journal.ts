import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { codeOf, TreeError } from './tree-error.ts';
import { isTreePath, recordPath, type TreeLocation } from './tree-location.ts';

/**
 * Everything that a write does, with the new contents. Once it is on disk under its name the write counts as done:
 * whoever comes next carries it out.
 */
export interface Journal {
  readonly operations: readonly Operation[];
}

/** One step: `text` absent removes the file, `replaces` absent makes a new one. */
export interface Operation {
  readonly path: string;
  readonly text?: string;
  readonly replaces?: string;
}

const journalName = 'journal';

/** Makes the journal durable. The rename is the moment from which the new tree is the tree. */
export function commitJournal(location: TreeLocation, journal: Journal): void {
  const draft = join(location.work, 'journal-draft');
  writeFileSync(draft, JSON.stringify(journal), { flush: true });
  renameSync(draft, join(location.work, journalName));
  flushFolder(location.work);
}

/** The journal of a write that was cut short, if there is one. */
export function readJournal(location: TreeLocation): Journal | undefined {
  let text: string;
  try {
    text = readFileSync(join(location.work, journalName), 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return undefined;
    throw error;
  }
  const journal = parseJournal(text);
  if (journal !== undefined) return journal;
  throw new TreeError(
    `${location.shown}/.seatrial/journal is not a journal of seatrial.`,
    `Remove the folder ${location.shown}/.seatrial, then compile again.`,
  );
}

function parseJournal(text: string): Journal | undefined {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return undefined;
  }
  const operations =
    typeof parsed === 'object' && parsed !== null && 'operations' in parsed ? parsed.operations : [];
  return Array.isArray(operations) && operations.every(isOperation) ? { operations } : undefined;
}

/** A journal that somebody committed must not reach outside the tree. */
function isOperation(value: unknown): value is Operation {
  if (typeof value !== 'object' || value === null || !('path' in value)) return false;
  return typeof value.path === 'string' && (value.path === recordPath || isTreePath(value.path));
}

function flushFolder(folder: string): void {
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
