import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { GitServer } from '../lab/lab.ts';
import type { Run } from '../run/run.ts';
import { startCompanion } from './companion.ts';
import { git } from './git.ts';

/**
 * Serves bare repositories of the run's folder over smart HTTP, for reading and pushing.
 * @param address where it listens, and what its URLs say: loopback, or an address of this machine that containers reach.
 */
export async function startGitServer(
  run: Run,
  { address }: { readonly address: string },
): Promise<GitServer> {
  const folder = join(run.folder, 'git');
  await mkdir(folder, { recursive: true });
  const { origin, stop, start } = await startCompanion(run, {
    name: 'git-server',
    program: fileURLToPath(new URL('./git-server-program.ts', import.meta.url)),
    address,
    folder,
  });
  const url = (name: string): string => `${origin}/${name}.git`;
  return {
    url,
    localUrl: url,
    async create(name) {
      await git(folder, 'init', '--quiet', '--bare', '--initial-branch=main', `${name}.git`);
    },
    stop,
    start,
  };
}
