import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const fleetSources = fileURLToPath(new URL('./fleet', import.meta.url));
const nodeModules = fileURLToPath(new URL('../../../node_modules', import.meta.url));

/** A workspace of its own in the temporary folder with the fleet `bench` of so many clusters. */
export interface Workspace {
  readonly folder: string;
  readonly clusterCount: number;
  readonly remove: () => Promise<void>;
}

/** @param policies whether every cluster carries the two policies of the fleet's `gatekeeper.ts` */
export async function makeWorkspace(
  clusterCount: number,
  { policies = false }: { readonly policies?: boolean } = {},
): Promise<Workspace> {
  const folder = await mkdtemp(join(tmpdir(), 'seatrial-bench-'));
  const fleet = join(folder, 'environments/bench');
  await mkdir(fleet, { recursive: true });
  await cp(fleetSources, fleet, { recursive: true });
  await writeFile(join(fleet, 'size.ts'), `export const clusterCount = ${clusterCount};\n`);
  if (policies)
    await writeFile(join(fleet, 'policies.ts'), `export * as policies from './gatekeeper.ts';\n`);
  await writeFile(join(folder, 'package.json'), '{ "private": true, "type": "module" }\n');
  await symlink(nodeModules, join(folder, 'node_modules'));
  return { folder, clusterCount, remove: () => rm(folder, { recursive: true, force: true }) };
}
