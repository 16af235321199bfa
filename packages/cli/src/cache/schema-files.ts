import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SchemaBundle, SchemaKind, SchemaSource } from '@seatrial/validator';

/** Writes a bundle into a folder: `index.json` has its kinds, `<digest>.json` each schema. */
export async function writeSchemas(folder: string, { kinds, schemas }: SchemaBundle): Promise<void> {
  await writeFile(join(folder, 'index.json'), JSON.stringify(kinds));
  await Promise.all(
    Object.entries(schemas).map(([digest, text]) => writeFile(schemaFile(folder, digest), text)),
  );
}

/** The kinds of a folder that {@link writeSchemas} has filled. */
export async function readSchemaKinds(folder: string): Promise<readonly SchemaKind[]> {
  return JSON.parse(await readFile(join(folder, 'index.json'), 'utf8')) as SchemaKind[];
}

/** The schemas of such folders, each read when it is asked for; the first folder that has a digest answers. */
export function schemasOnDisk(...folders: readonly string[]): SchemaSource {
  return {
    async read(digest) {
      const file = folders.map((folder) => schemaFile(folder, digest)).find((path) => existsSync(path));
      if (file === undefined) throw new Error(`No schema ${digest} is in the cache.`);
      return readFile(file, 'utf8');
    },
  };
}

function schemaFile(folder: string, digest: string): string {
  return join(folder, `${digest}.json`);
}
