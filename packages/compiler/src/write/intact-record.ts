import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { digestOf } from '../objects/digest.ts';
import { readRecord } from './ownership-record.ts';
import { refusedLinks } from './plan-write.ts';
import { recoverTree } from './recover-tree.ts';
import { scanTree } from './scan-tree.ts';
import { recordPath, type TreeLocation } from './tree-location.ts';

/**
 * sha256 of the committed record of a tree whose every file is what the record says; undefined where one is missing, was
 * edited, or is a link.
 * @throws TreeError when a write that was cut short cannot be finished first
 */
export async function intactRecord(location: TreeLocation): Promise<string | undefined> {
  await recoverTree(location);
  const scan = scanTree(location);
  if (refusedLinks(location, scan).length > 0 || scan.links.size > 0) return undefined;
  if (!scan.files.has(recordPath)) return undefined;
  const owned = readRecord(location);
  if (owned === undefined) return undefined;
  for (const [path, digest] of owned) {
    if (!scan.files.has(path)) return undefined;
    if (digestOf(readFileSync(join(location.folder, path))) !== digest) return undefined;
  }
  return recordDigest(location);
}

/** sha256 of the committed record, of a tree whose files were just found or made to be as it says. */
export function recordDigest({ folder }: TreeLocation): string {
  return digestOf(readFileSync(join(folder, recordPath)));
}
