import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryRoot } from './write-entry.ts';

const dayInMilliseconds = 24 * 60 * 60 * 1000;

/** Removes what a run that was killed has left in the cache's temporary folder; no run takes a day. */
export async function sweepTemporary(): Promise<void> {
  const names = await readdir(temporaryRoot()).catch(() => []);
  for (const name of names) {
    const path = join(temporaryRoot(), name);
    const found = await stat(path).catch(() => undefined);
    if (found && Date.now() - found.mtimeMs > dayInMilliseconds)
      await rm(path, { recursive: true, force: true });
  }
}
