import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the compiler's record says of a cluster, as far as the graph asks for it. */
export interface RecordedCluster {
  readonly applications: readonly string[];
  /** Folder of the Argo CD that runs there, relative to the tree. */
  readonly argoCd?: string;
}

/** The clusters in the record of a tree; empty where there is none, or that of an older compiler. */
export function recordedClusters(root: string, tree: string): ReadonlyMap<string, RecordedCluster> {
  const { clusters } = readRecord(join(root, tree, '.seatrial.json'));
  if (!isRecord(clusters)) return new Map();
  return new Map(
    Object.entries(clusters).map(([name, cluster]) => {
      const { applications, argoCd } = isRecord(cluster) ? cluster : {};
      const names = Array.isArray(applications) ? applications : [];
      return [
        name,
        {
          applications: names.filter((one) => typeof one === 'string'),
          ...(typeof argoCd === 'string' ? { argoCd } : {}),
        },
      ];
    }),
  );
}

function readRecord(path: string): Readonly<Record<string, unknown>> {
  try {
    const record: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return isRecord(record) ? record : {};
  } catch {
    // None, or in the middle of a merge: the tasks themselves say so.
    return {};
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
