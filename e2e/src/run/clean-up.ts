import { execa } from 'execa';
import { rm } from 'node:fs/promises';
import { killStrays, rehearsalVariable } from './process-group.ts';
import type { Undo } from './supervisor-messages.ts';

/** Seconds that one command that undoes something may take: `kind delete cluster` needs up to half a minute. */
const undoSeconds = 120;

/** What is left to do when the processes of a rehearsal have ended. */
export interface Leftovers {
  readonly rehearsal: string;
  /** In the order in which they were registered. */
  readonly undo: readonly Undo[];
  readonly paths: readonly string[];
}

/** Ends strays, undoes newest first, removes. One that fails stops nothing; `say` is told about it. */
export async function cleanUp(
  { rehearsal, undo, paths }: Leftovers,
  say: (text: string) => void,
): Promise<void> {
  await killStrays(rehearsal);
  for (const { command, environment } of undo.toReversed()) {
    const [file, ...args] = command;
    const result = await execa(file, args, {
      env: { ...environment, [rehearsalVariable]: rehearsal },
      timeout: undoSeconds * 1000,
      stdin: 'ignore',
      all: true,
      reject: false,
    });
    if (result.failed) say(`${command.join(' ')}: ${result.shortMessage ?? 'failed'}\n${result.all ?? ''}`);
  }
  await Promise.all(
    paths.map((path) =>
      rm(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }).catch((error: unknown) =>
        say(`${path} is not removed: ${String(error)}`),
      ),
    ),
  );
}
