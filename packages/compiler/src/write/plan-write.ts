import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FileTree } from '../emit/file-tree.ts';
import type { Finding } from '../findings/finding.ts';
import { digestOf } from '../objects/digest.ts';
import { printRecord, readRecord, type OwnershipRecord } from './ownership-record.ts';
import { linkOnPath, scanTree, type TreeScan } from './scan-tree.ts';
import { codeOf, treeErrorFrom } from './tree-error.ts';
import { isTreePath, recordPath, type TreeLocation } from './tree-location.ts';
import { damagedRecord, editedFile, fileInTheWay, linkInTree } from './write-findings.ts';

/** One file to write: a new one, or one that replaces what is there. */
export interface PlannedWrite {
  readonly path: string;
  readonly text: string;
  /** sha256 of what the text replaces; absent for a new file. */
  readonly replaces?: string;
}

/** One generated file to remove. */
export interface PlannedRemoval {
  readonly path: string;
  readonly replaces: string;
}

/** What a write would do. Nothing is done while there are findings. */
export interface WritePlan {
  readonly location: TreeLocation;
  /** Sorted by path; without the record. */
  readonly writes: readonly PlannedWrite[];
  /** Sorted by path. */
  readonly removals: readonly PlannedRemoval[];
  /** Number of generated files that are as they should be. */
  readonly unchanged: number;
  /** The record after the write; absent when it is right already. */
  readonly record?: PlannedWrite;
  /** What stands in the way: edited files, foreign files, links, a damaged record. */
  readonly findings: readonly Finding[];
}

/**
 * Compares a tree with what is on disk. Reads only.
 * A file with the wanted content is never written again, so its time stays; one that nobody owned is adopted by that.
 * @throws TreeError when something on disk cannot be read
 */
export function planWrite(location: TreeLocation, tree: FileTree): WritePlan {
  try {
    return compare(location, tree);
  } catch (error) {
    if (codeOf(error) === '') throw error;
    throw treeErrorFrom(error, `read ${location.shown}`, 'nothing was written');
  }
}

function compare(location: TreeLocation, tree: FileTree): WritePlan {
  const scan = scanTree(location);
  const findings = refusedLinks(location, scan);
  // Reading through a link that leads out would report on files that are none of ours.
  if (findings.length > 0) return { location, writes: [], removals: [], unchanged: 0, findings };
  const owned = readRecord(location);
  if (owned === undefined) {
    return { location, writes: [], removals: [], unchanged: 0, findings: [damagedRecord(location)] };
  }
  const stale = [...owned.keys()].filter((path) => !tree.has(path)).sort();
  const removals = stale.flatMap((path) => planRemoval(location, scan, owned, path, findings));
  const removed = new Set(removals.map((removal) => removal.path));
  const writes: PlannedWrite[] = [];
  let unchanged = 0;
  for (const [path, text] of [...tree].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (!isTreePath(path))
      throw new Error(`the compiler made a file at ${path}, which is no place in a tree`);
    const write = planFile(location, scan, owned, removed, path, text, findings);
    if (write === 'unchanged') unchanged += 1;
    else if (write !== undefined) writes.push(write);
  }
  const record = planRecord(location, scan, tree);
  return { location, writes, removals, unchanged, findings, ...(record === undefined ? {} : { record }) };
}

/** The links of a tree that no command follows: those that lead out of it, and one in the record's place. */
export function refusedLinks(location: TreeLocation, scan: TreeScan = scanTree(location)): Finding[] {
  return [...scan.links]
    .filter(([path, link]) => link.outside || path === recordPath)
    .map(([path, link]) => linkInTree(location, path, link.target, link.outside));
}

function planFile(
  location: TreeLocation,
  scan: TreeScan,
  owned: OwnershipRecord,
  removed: ReadonlySet<string>,
  path: string,
  text: string,
  findings: Finding[],
): PlannedWrite | 'unchanged' | undefined {
  const link = linkOnPath(scan, path);
  if (link !== undefined) {
    findings.push(linkInTree(location, link, scan.links.get(link)?.target ?? '', false));
    return undefined;
  }
  const obstacle = obstacleOf(scan, removed, path);
  if (obstacle !== undefined) {
    findings.push(fileInTheWay(location, obstacle));
    return undefined;
  }
  if (!scan.files.has(path)) return { path, text };
  const present = readFileSync(join(location.folder, path));
  if (present.equals(Buffer.from(text))) return 'unchanged';
  const digest = digestOf(present);
  if (owned.get(path) === digest) return { path, text, replaces: digest };
  findings.push(owned.has(path) ? editedFile(location, path) : fileInTheWay(location, path));
  return undefined;
}

function planRemoval(
  location: TreeLocation,
  scan: TreeScan,
  owned: OwnershipRecord,
  path: string,
  findings: Finding[],
): readonly PlannedRemoval[] {
  const link = linkOnPath(scan, path);
  if (link !== undefined) {
    findings.push(linkInTree(location, link, scan.links.get(link)?.target ?? '', false));
    return [];
  }
  if (!scan.files.has(path)) return [];
  const digest = digestOf(readFileSync(join(location.folder, path)));
  if (owned.get(path) === digest) return [{ path, replaces: digest }];
  findings.push(editedFile(location, path));
  return [];
}

/** A file where a folder is needed, or a folder where the file goes that will not be empty by then. */
function obstacleOf(scan: TreeScan, removed: ReadonlySet<string>, path: string): string | undefined {
  const parts = path.split('/');
  for (let length = 1; length < parts.length; length += 1) {
    const above = parts.slice(0, length).join('/');
    if (scan.files.has(above) && !removed.has(above)) return above;
  }
  if (!scan.folders.has(path)) return undefined;
  const below = `${path}/`;
  return [...scan.files].some((file) => file.startsWith(below) && !removed.has(file)) ? path : undefined;
}

function planRecord(location: TreeLocation, scan: TreeScan, tree: FileTree): PlannedWrite | undefined {
  const text = printRecord(new Map([...tree].map(([path, content]) => [path, digestOf(content)])));
  if (!scan.files.has(recordPath)) return { path: recordPath, text };
  const present = readFileSync(join(location.folder, recordPath));
  if (present.equals(Buffer.from(text))) return undefined;
  return { path: recordPath, text, replaces: digestOf(present) };
}
