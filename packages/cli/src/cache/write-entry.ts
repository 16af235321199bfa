import { randomUUID } from 'node:crypto';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { cacheFolder } from './cache-folder.ts';

/** A new empty folder inside the cache, so that a rename out of it stays on one file system. */
export async function temporaryFolder(): Promise<string> {
  const folder = join(temporaryRoot(), randomUUID());
  await mkdir(folder, { recursive: true });
  return folder;
}

export function temporaryRoot(): string {
  return join(cacheFolder(), 'temporary');
}

/**
 * Makes one entry of the cache: `fill` writes into a new folder, which becomes `path` in one rename. Nobody ever sees a
 * half entry. Where two processes make the same entry, the first one stays and the second one's is dropped; with
 * `replace` the last one stays.
 */
export async function writeEntry(
  path: string,
  fill: (folder: string) => Promise<void>,
  { replace = false }: { readonly replace?: boolean } = {},
): Promise<void> {
  const folder = await temporaryFolder();
  try {
    await fill(folder);
    await mkdir(dirname(path), { recursive: true });
    if (replace) await setAside(path);
    await rename(folder, path);
  } catch (error) {
    if (!isOccupied(error)) throw error;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function setAside(path: string): Promise<void> {
  const aside = join(await temporaryFolder(), 'replaced');
  try {
    await rename(path, aside);
  } catch (error) {
    if (!isCode(error, 'ENOENT')) throw error;
  } finally {
    await rm(dirname(aside), { recursive: true, force: true });
  }
}

/** rename(2) says that a folder with content is in the way with either code. */
function isOccupied(error: unknown): boolean {
  return isCode(error, 'ENOTEMPTY') || isCode(error, 'EEXIST');
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
