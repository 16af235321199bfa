import type { FileTree } from '../emit/file-tree.ts';
import type { TreeFacts } from '../facts/tree-facts.ts';
import type { Finding } from '../findings/finding.ts';
import { differencesOf } from './check-tree.ts';
import { printRecord, readRecordedFacts } from './ownership-record.ts';
import { planWrite } from './plan-write.ts';
import { recoverTree } from './recover-tree.ts';
import { recordPath, type TreeLocation } from './tree-location.ts';
import { staleFile } from './write-findings.ts';

/** A part of a tree that is looked at on its own. */
export interface TreePart {
  /** Whether a file is of the part; the path is relative to the tree. */
  readonly holds: (file: string) => boolean;
  /** Clusters whose recorded facts are of the part. */
  readonly clusters: readonly string[];
  /** Whether everything else in the record is, too. */
  readonly wholeRecord: boolean;
}

/**
 * As {@link checkTree}, for parts of a tree: what is asked afterwards is of the tree as it was at the time of the call.
 * @throws TreeError when a write that was cut short cannot be finished first
 */
export async function checkParts(
  location: TreeLocation,
  tree: FileTree,
  facts: TreeFacts,
): Promise<(part: TreePart) => readonly Finding[]> {
  await recoverTree(location);
  const differences = differencesOf(planWrite(location, tree, facts));
  const recorded = readRecordedFacts(location);
  const wanted = JSON.parse(printRecord(new Map(), facts)) as Readonly<Record<string, unknown>>;
  return ({ holds, clusters, wholeRecord }) => {
    const own = differences.filter(
      ({ place: { file } }) => file === undefined || file === recordPath || holds(file),
    );
    if (own.length > 0) return own;
    const keys = wholeRecord ? Object.keys(wanted).filter((key) => key !== 'files') : [];
    const isStale =
      keys.some((key) => !isSame(recorded[key], wanted[key])) ||
      clusters.some(
        (name) => !isSame(memberOf(recorded['clusters'], name), memberOf(wanted['clusters'], name)),
      );
    return isStale ? [staleFile(location, recordPath)] : [];
  };
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).find(([key]) => key === name)?.[1]
    : undefined;
}

/** Both were printed by one function, so that equal values have their keys in the same order. */
function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
