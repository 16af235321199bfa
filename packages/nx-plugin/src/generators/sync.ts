import type { Tree } from '@nx/devkit';

/** What Nx tells people of a workspace that is out of sync, and what brings it back. */
interface SyncResult {
  readonly outOfSyncMessage?: string;
  readonly outOfSyncDetails?: string[];
  readonly callback?: () => Promise<void>;
}

/**
 * `nx sync:check` fails where a committed tree is not what its model compiles to, and `nx sync` compiles.
 *
 * Nx takes a workspace for out of sync when the generator changes files, and writes those itself, one by one and without
 * looking. So it is given one file of each tree; the compiler, which loses nothing, writes the rest afterwards.
 */
export default async function sync(tree: Tree): Promise<SyncResult> {
  const { runFleetTasks, staleTrees } = await import('@seatrial/cli');
  const { stale, problems } = await staleTrees(tree.root);
  if (problems.length > 0) throw new Error(problems.join('\n'));
  if (stale.length === 0) return {};
  for (const { first } of stale) {
    if (first.text === undefined) tree.delete(first.path);
    else tree.write(first.path, first.text);
  }
  const trees = stale.map(({ fleet, files }) => `clusters/${fleet} (${count(files.length)})`);
  return {
    outOfSyncMessage: `Not what the model compiles to: ${trees.join(', ')}.`,
    outOfSyncDetails: stale.flatMap(({ files }) => files),
    async callback() {
      const tasks = stale.map(({ fleet }) => ({
        kind: 'compile' as const,
        fleet,
        part: { kind: 'fleet' as const },
      }));
      const results = await runFleetTasks({ root: tree.root, tasks, compiled: new Set() });
      const failed = [...results.values()].filter(({ code }) => code !== 0);
      if (failed.length > 0) throw new Error(failed.map(({ text }) => text.trimEnd()).join('\n'));
    },
  };
}

function count(files: number): string {
  return files === 1 ? '1 file' : `${files} files`;
}
