import { mkdirSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { knownKubernetesVersions, treeLocation, TreeError } from '@seatrial/compiler';
import { execa } from 'execa';
import { smallestFleet, type NewFleet } from '../init/smallest-fleet.ts';
import { exitCodes, UserError } from '../workspace/user-error.ts';
import { fleetFolder, rootFrom } from '../workspace/workspace.ts';

export interface InitOptions {
  readonly repository?: string;
  readonly kubernetes?: string;
}

/** `seatrial init <fleet>`: writes the smallest fleet into `environments/<fleet>`. Never over a file that is there. */
export async function init(name: string | undefined, options: InitOptions): Promise<number> {
  const root = rootFrom(process.cwd()) ?? process.cwd();
  const given = {
    name: name ?? '',
    repository: options.repository ?? (await originOf(root)),
    kubernetes: options.kubernetes ?? knownKubernetesVersions.at(-1) ?? '',
  };
  const fleet = await complete(given);
  const problem = nameProblem(fleet.name);
  if (problem !== undefined)
    throw new UserError(problem, 'Use small letters, digits and hyphens, for example `seatrial init shop`.');
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

async function complete(given: NewFleet): Promise<NewFleet> {
  if (given.name !== '') return given;
  if (!process.stdin.isTTY || !process.stderr.isTTY) {
    throw new UserError('The name of the fleet is missing.', 'Write it: `seatrial init shop`.');
  }
  const { ask } = await import('../init/ask.ts');
  return ask(given, nameProblem);
}

function nameProblem(name: string): string | undefined {
  try {
    treeLocation('/', name);
    return undefined;
  } catch (error) {
    if (error instanceof TreeError) return error.sentence;
    throw error;
  }
}

async function originOf(root: string): Promise<string> {
  const { stdout } = await execa('git', ['remote', 'get-url', 'origin'], { cwd: root, reject: false });
  // An address may carry a password, which has no place in a model.
  const address = (stdout ?? '').trim().replace(/^(\w+:\/\/)[^/@]*@/, '$1');
  return address === '' ? 'https://git.example/your/repository.git' : address;
}

function notWritten(error: unknown, shown: string): UserError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  if (code === 'EEXIST')
    return new UserError(`${shown} is there already; nothing was written.`, 'Choose another name.');
  return new UserError(`${shown} cannot be written (${code}).`, 'Make the folder writable.', {
    exitCode: exitCodes.environment,
  });
}
