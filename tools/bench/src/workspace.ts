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
  /** Writes which applications with policies the fleet has: those of a file beside `policies.ts`. */
  readonly takePolicies: (from: 'gatekeeper' | 'wrong') => Promise<void>;
  /** Changes the override of one cluster: its region. */
  readonly moveCluster: (cluster: string, region: string) => Promise<void>;
  readonly remove: () => Promise<void>;
}

export async function makeWorkspace(clusterCount: number): Promise<Workspace> {
  const folder = await mkdtemp(join(tmpdir(), 'seatrial-bench-'));
  const fleet = join(folder, 'environments/bench');
  await mkdir(fleet, { recursive: true });
  await cp(fleetSources, fleet, { recursive: true });
  await writeFile(join(fleet, 'size.ts'), `export const clusterCount = ${clusterCount};\n`);
  await writeFile(join(folder, 'package.json'), '{ "private": true, "type": "module" }\n');
  await symlink(nodeModules, join(folder, 'node_modules'));
  return {
    folder,
    clusterCount,
    takePolicies: (from) =>
      writeFile(join(fleet, 'policies.ts'), `export * as policies from './${from}.ts';\n`),
    moveCluster: (cluster, region) =>
      writeFile(
        join(fleet, 'regions.ts'),
        `export const regions = ${JSON.stringify({ [cluster]: region })};\n`,
      ),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
