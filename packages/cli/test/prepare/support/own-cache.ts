import { mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { onTestFinished, vi } from 'vitest';
import { cacheFolder } from '../../../src/cache/cache-folder.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** An empty cache for one test. With `engines` it shares the prepared engines of the real one. Returns its path. */
export async function ownCache({ engines = false }: { readonly engines?: boolean } = {}): Promise<string> {
  const real = cacheFolder();
  const folder = await temporaryFolder();
  if (engines) {
    await mkdir(join(real, 'engines'), { recursive: true });
    await symlink(join(real, 'engines'), join(folder, 'engines'));
  }
  vi.stubEnv('SEATRIAL_CACHE', folder);
  onTestFinished(() => void vi.unstubAllEnvs());
  return folder;
}
