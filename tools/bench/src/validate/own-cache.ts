import { mkdir, mkdtemp, readdir, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cacheFolder } from '@seatrial/cli';

/** A cache that shares everything that is prepared with the usual one, and has results of its own. */
export interface OwnCache {
  /** Environment of a program that uses it. */
  readonly env: { readonly SEATRIAL_CACHE: string };
  readonly forgetResults: () => Promise<void>;
  readonly remove: () => Promise<void>;
}

export async function ownCache(): Promise<OwnCache> {
  const folder = await mkdtemp(join(tmpdir(), 'seatrial-bench-cache-'));
  const results = join(folder, 'results');
  await mkdir(results);
  const usual = cacheFolder();
  for (const name of await readdir(usual))
    if (name !== 'results') await symlink(join(usual, name), join(folder, name));
  return {
    env: { SEATRIAL_CACHE: folder },
    forgetResults: async () => {
      await rm(results, { recursive: true, force: true });
      await mkdir(results);
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
