import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { codeOf } from './tree-error.ts';
import { isTreePath, recordPath, type TreeLocation } from './tree-location.ts';

/** The files that the compiler has written: path relative to the tree, and the sha256 of what it wrote. */
export type OwnershipRecord = ReadonlyMap<string, string>;

/** One line a file and sorted, so that two branches that touch different files merge without a conflict. */
export function printRecord(record: OwnershipRecord): string {
  const lines = [...record]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, digest]) => `    ${JSON.stringify(path)}: "${digest}"`);
  return `{\n  "generatedBy": "seatrial compile",\n  "files": {\n${lines.join(',\n')}\n  }\n}\n`;
}

/** The record as committed; empty when there is none; undefined when it is there and cannot be read as a record. */
export function readRecord(location: TreeLocation): OwnershipRecord | undefined {
  try {
    return parseRecord(readFileSync(join(location.folder, recordPath), 'utf8'));
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return new Map();
    // A folder of that name is no record.
    if (codeOf(error) === 'EISDIR') return undefined;
    throw error;
  }
}

function parseRecord(text: string): OwnershipRecord | undefined {
  let record: unknown;
  try {
    record = JSON.parse(text);
  } catch {
    return undefined;
  }
  const files = typeof record === 'object' && record !== null && 'files' in record ? record.files : undefined;
  if (typeof files !== 'object' || files === null) return undefined;
  const entries = Object.entries(files);
  // A path that leads out of the tree would let a pull request remove any file of whoever compiles it.
  const sound = entries.every(([path, digest]) => isTreePath(path) && /^[0-9a-f]{64}$/.test(String(digest)));
  return sound ? new Map(entries) : undefined;
}
