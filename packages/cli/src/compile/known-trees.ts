import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { intactRecord, recordDigest, treeLocation } from '@seatrial/compiler';
import { cacheFolder } from '../cache/cache-folder.ts';
import { digest } from '../cache/digest.ts';
import { codeOf, sourceTexts } from '../cache/source-texts.ts';
import { writeEntry } from '../cache/write-entry.ts';
import type { LoadedFleet } from '../load/load-fleet.ts';

/**
 * Whether the committed tree is known to be what the model compiles to: an earlier compile of the same model, by the same
 * compiler, came to this record, and every file is as it says. Takes a tenth of the time of compiling again.
 *
 * @param root absolute path of the repository
 * @throws TreeError
 */
export async function isKnownTree(loaded: LoadedFleet, root: string): Promise<boolean> {
  const record = await intactRecord(treeLocation(root, loaded.fleet.name));
  return record !== undefined && (await readLast(loaded, root)) === lineOf(loaded, record);
}

/** Remembers the committed tree, which has just been found to be what the model compiles to; the last one of each fleet. */
export async function rememberTree(loaded: LoadedFleet, root: string): Promise<void> {
  const record = recordDigest(treeLocation(root, loaded.fleet.name));
  const line = lineOf(loaded, record);
  if ((await readLast(loaded, root)) === line) return;
  await writeEntry(entryOf(loaded, root), (folder) => writeFile(join(folder, file), line), { replace: true });
}

const file = 'tree';

async function readLast(loaded: LoadedFleet, root: string): Promise<string | undefined> {
  try {
    return await readFile(join(entryOf(loaded, root), file), 'utf8');
  } catch {
    return undefined;
  }
}

function entryOf({ fleet }: LoadedFleet, root: string): string {
  return join(cacheFolder(), 'trees', digest([root, fleet.name]));
}

/** What a tree was compiled from and with, and what came of it. */
function lineOf({ model, inputs }: LoadedFleet, record: string): string {
  return `${digest([compilerDigest(), JSON.stringify(model), JSON.stringify(inputs)])} ${record}`;
}

let known: string | undefined;

/** The version of the compiler. */
function compilerDigest(): string {
  known ??= digest(sourceTexts(codeOf('@seatrial/compiler')));
  return known;
}
