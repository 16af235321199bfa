import { mkdirSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { checkFleetName, defaultsOfNewFleet, fleetNameProblem } from '../init/new-fleet.ts';
import { smallestFleet, type NewFleet } from '../init/smallest-fleet.ts';
import { selectByName } from '../workspace/select-fleets.ts';
import { exitCodes, UserError } from '../workspace/user-error.ts';
import { fleetFolder, findWorkspace, rootFrom } from '../workspace/workspace.ts';

export interface InitOptions {
  readonly repository?: string;
  readonly kubernetes?: string;
  /** The name of a cluster to add to a fleet that is there. */
  readonly cluster?: string;
  readonly role?: string;
  readonly region?: string;
  readonly environment: readonly string[];
}

/**
 * `seatrial init <fleet>`: writes the smallest fleet into `environments/<fleet>`, never over a file that is there; with
 * `--cluster` it adds a cluster to a fleet.
 */
export async function init(name: string | undefined, options: InitOptions): Promise<number> {
  if (options.cluster !== undefined) return initCluster(name, { ...options, cluster: options.cluster });
  const root = rootFrom(process.cwd()) ?? process.cwd();
  const defaults = await defaultsOfNewFleet(root);
  const fleet = await complete({
    name: name ?? '',
    repository: options.repository ?? defaults.repository,
    kubernetes: options.kubernetes ?? defaults.kubernetes,
  });
  checkFleetName(fleet.name);
  const { folder, file, shown } = fleetFolder(root, fleet.name);
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, smallestFleet(fleet), { flag: 'wx' });
  } catch (error) {
    throw notWritten(error, shown);
  }
  process.stdout.write(`${relative(process.cwd(), file)}\n`);
  process.stderr.write('Edit it, then run `seatrial prepare` and `seatrial compile`.\n');
  return exitCodes.fine;
}

async function initCluster(
  name: string | undefined,
  { cluster, kubernetes, role, region, environment }: InitOptions & { readonly cluster: string },
): Promise<number> {
  if (name === undefined) throw noName();
  const root = rootFrom(process.cwd()) ?? process.cwd();
  const workspace = findWorkspace(process.cwd());
  const [fleet] = await selectByName(workspace.fleets, [name], 'fleet', (one) => one.name);
  if (fleet === undefined) throw noName();
  const { addCluster } = await import('../init/add-cluster.ts');
  const { file, text } = await addCluster(fleet, {
    name: cluster,
    kubernetes: kubernetes ?? (await defaultsOfNewFleet(root)).kubernetes,
    environments: environment,
    ...(role === undefined ? {} : { role }),
    ...(region === undefined ? {} : { region }),
  });
  try {
    writeFileSync(file, text);
  } catch (error) {
    throw notWritten(error, relative(root, file));
  }
  process.stdout.write(`${relative(process.cwd(), file)}\n`);
  process.stderr.write('Run `seatrial prepare` and `seatrial compile`.\n');
  return exitCodes.fine;
}

async function complete(given: NewFleet): Promise<NewFleet> {
  if (given.name !== '') return given;
  if (!process.stdin.isTTY || !process.stderr.isTTY) throw noName();
  const { ask } = await import('../init/ask.ts');
  return ask(given, fleetNameProblem);
}

function noName(): UserError {
  return new UserError('The name of the fleet is missing.', 'Write it: `seatrial init shop`.');
}

function notWritten(error: unknown, shown: string): UserError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  if (code === 'EEXIST')
    return new UserError(
      `${shown} is there already; nothing was written.`,
      'Choose another name, or add a cluster to it with `--cluster <name>`.',
    );
  return new UserError(`${shown} cannot be written (${code}).`, 'Make the folder writable.', {
    exitCode: exitCodes.environment,
  });
}
