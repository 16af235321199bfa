import { mkdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { userInfo } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { GitServer } from '../../lab/lab.ts';
import { Infrastructure } from '../../run/outcome-errors.ts';
import type { Run } from '../../run/run.ts';
import { git } from '../../companions/git.ts';
import { comeBack, goAway } from '../../companions/git-server-signals.ts';
import { isListening } from '../../run/await-process.ts';
import { wait } from '../../run/wait.ts';
import type { ContainerEngine } from './container-engine.ts';

/** Debian with git; `GIT_IMAGE` names another one where this cannot be pulled. */
const usualImage = 'buildpack-deps:bookworm-scm';
const port = 3000;
const program = fileURLToPath(new URL('../../companions/git-server-program.ts', import.meta.url));

/**
 * The git server of a rehearsal as a container on kind's network, where pods reach it by its name. The server is the one of
 * the local provider, on this machine's Node; the image brings git and the C library. Repositories are folders of the run.
 */
export async function startGitContainer(engine: ContainerEngine, run: Run): Promise<GitServer> {
  const name = `seatrial-${run.id}-git`;
  const folder = join(run.folder, 'git');
  await mkdir(folder, { recursive: true });
  await run.supervisor.undo([engine.command, 'rm', '--force', '--volumes', name], engine.environment);
  await startContainer(name, folder, engine.network);
  const address = await addressOf(name, engine);
  return {
    url: (repository) => `http://${name}:${String(port)}/${repository}.git`,
    localUrl: (repository) => `http://${address}:${String(port)}/${repository}.git`,
    async create(repository) {
      await git(folder, 'init', '--quiet', '--bare', '--initial-branch=main', `${repository}.git`);
    },
    async stop() {
      await engine.run(['kill', '--signal', goAway, name]);
      await awaitListening(run, address, false);
    },
    async start() {
      await engine.run(['kill', '--signal', comeBack, name]);
      await awaitListening(run, address, true);
    },
  };
}

function awaitListening(run: Run, address: string, listens: boolean): Promise<void> {
  return wait(run, {
    awaited: listens ? 'the git server is back' : 'the git server is away',
    within: 30,
    look: async () =>
      (await isListening(port, address)) === listens
        ? { met: true, value: undefined }
        : { met: false, seen: listens ? 'connections are refused' : 'it takes connections' },
  });
}

async function startContainer(name: string, folder: string, network: string): Promise<void> {
  // The reaper of testcontainers is one image more to be had; our own watchdog removes the container.
  process.env['TESTCONTAINERS_RYUK_DISABLED'] ??= 'true';
  const { GenericContainer, Wait } = await import('testcontainers');
  const { uid, gid } = userInfo();
  try {
    await new GenericContainer(process.env['GIT_IMAGE'] ?? usualImage)
      .withName(name)
      .withNetworkMode(network)
      // The owner of the repositories: git refuses those of others.
      .withUser(`${String(uid)}:${String(gid)}`)
      .withEnvironment({ HOME: '/tmp' })
      .withBindMounts([
        { source: process.execPath, target: '/seatrial/node', mode: 'ro' },
        { source: dirname(program), target: '/seatrial/companions', mode: 'ro' },
        { source: folder, target: '/srv/git', mode: 'rw' },
      ])
      .withEntrypoint(['/seatrial/node'])
      .withCommand([`/seatrial/companions/${basename(program)}`, '0.0.0.0', String(port), '/srv/git'])
      .withWaitStrategy(
        Wait.forSuccessfulCommand(`git ls-remote http://127.0.0.1:${String(port)}/none.git || true`),
      )
      .start();
  } catch (error) {
    throw new Infrastructure(
      `The git server could not be started in a container: ${error instanceof Error ? error.message : String(error)}; see that its image can be pulled, or name one with git in GIT_IMAGE.`,
    );
  }
}

async function addressOf(name: string, engine: ContainerEngine): Promise<string> {
  const networks = JSON.parse(
    await engine.run(['inspect', '--format', '{{json .NetworkSettings.Networks}}', name]),
  ) as Record<string, { readonly IPAddress: string }>;
  return networks[engine.network]?.IPAddress ?? '';
}
