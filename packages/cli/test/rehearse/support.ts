import { existsSync } from 'node:fs';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { localPrograms, recipes } from '@seatrial/guests';
import { onTestFinished, vi } from 'vitest';
import { cacheFolder } from '../../src/cache/cache-folder.ts';
import { engineEntry, enginePath } from '../../src/cache/engine-entry.ts';
import { temporaryFolder } from '../prepare/support/temporary-folder.ts';

/**
 * A cache of one test that shares what is prepared for every command, and whose programs of the local provider are empty
 * files: nobody starts them. `without` leaves programs out.
 */
export async function cacheWithEmptyPrograms(without: readonly string[] = []): Promise<string> {
  const real = cacheFolder();
  const folder = await temporaryFolder();
  await mkdir(join(folder, 'engines'));
  await symlink(join(real, 'schemas'), join(folder, 'schemas'));
  for (const recipe of Object.values(recipes)) {
    const entry = engineEntry(recipe);
    if (!Object.hasOwn(localPrograms, recipe.name) && existsSync(entry))
      await symlink(entry, join(folder, 'engines', basename(entry)));
  }
  vi.stubEnv('SEATRIAL_CACHE', folder);
  onTestFinished(() => void vi.unstubAllEnvs());
  for (const recipe of Object.values(recipes)) {
    const path = enginePath(recipe);
    if (without.includes(recipe.name) || existsSync(path)) continue;
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, '');
  }
  return folder;
}
