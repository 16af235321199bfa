import { execa } from 'execa';
import { Infrastructure } from '../../run/outcome-errors.ts';
import { rehearsalVariable } from '../../run/process-group.ts';
import type { Run } from '../../run/run.ts';

/** The container engine of this machine, and the environment that makes kind use it. */
export interface ContainerEngine {
  readonly command: 'docker' | 'podman';
  readonly environment: Readonly<Record<string, string>>;
  /** The network of the rehearsal's containers, and of no others. kind makes it with the first cluster. */
  readonly network: string;
  /** Runs one of its commands; gives what it printed. Throws {@link Infrastructure}. */
  run(args: readonly string[], input?: Buffer): Promise<string>;
  /** Runs `kind`; the same. */
  kind(args: readonly string[]): Promise<string>;
}

/** Variables that say where an engine listens and how its clients behave. */
const passedOn = /^(DOCKER_|CONTAINER_|KIND_|TESTCONTAINERS_|XDG_RUNTIME_DIR$)/;

/** The first engine that answers. @throws Infrastructure where none does, or where there is no `kind`. */
export async function findContainerEngine(run: Run): Promise<ContainerEngine> {
  const inherited = Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => passedOn.test(entry[0])),
  );
  for (const command of ['docker', 'podman'] as const) {
    const { failed } = await execa(command, ['info'], {
      reject: false,
      timeout: 10_000,
      cancelSignal: run.signal,
    });
    if (failed) continue;
    const network = `seatrial-${run.id}`;
    const environment = {
      ...inherited,
      ...(command === 'podman' ? { KIND_EXPERIMENTAL_PROVIDER: 'podman' } : {}),
      [`KIND_EXPERIMENTAL_${command.toUpperCase()}_NETWORK`]: network,
    };
    const engine: ContainerEngine = {
      command,
      environment,
      network,
      run: (args, input) => carryOut(run, command, args, environment, input),
      kind: (args) => carryOut(run, 'kind', args, environment),
    };
    await engine.kind(['version']);
    await run.supervisor.undo([command, 'network', 'rm', network], environment);
    return engine;
  }
  throw new Infrastructure(
    'No container engine answers (`docker info`, `podman info`), and kind clusters are containers: start one, or rehearse with `--provider local`.',
  );
}

async function carryOut(
  run: Run,
  file: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
  input?: Buffer,
): Promise<string> {
  run.signal.throwIfAborted();
  const { failed, stdout, stderr, code } = await execa(file, args, {
    // The supervisor ends what has its mark when nobody else can any more; archives of images go with the run.
    env: { ...environment, [rehearsalVariable]: run.id, TMPDIR: run.folder },
    reject: false,
    cancelSignal: run.signal,
    ...(input === undefined ? { stdin: 'ignore' as const } : { input }),
  });
  run.signal.throwIfAborted();
  if (code === 'ENOENT') {
    throw new Infrastructure(
      `\`${file}\` is not installed: install it, or rehearse with \`--provider local\`.`,
    );
  }
  if (failed) {
    const lines = String(stderr).trim().split('\n');
    const errors = lines.filter((line) => /^error/i.test(line));
    const said = (errors.length > 0 ? errors : lines.slice(-5)).join('; ');
    throw new Infrastructure(`\`${file} ${args.slice(0, 2).join(' ')}\` failed: ${said}`);
  }
  return stdout;
}
