import { knownKubernetesVersions, treeLocation, TreeError } from '@seatrial/compiler';
import { execa } from 'execa';
import { UserError } from '../workspace/user-error.ts';
import type { NewFleet } from './smallest-fleet.ts';

/** What a person left open of a new fleet, as far as the repository knows it. */
export async function defaultsOfNewFleet(root: string): Promise<Omit<NewFleet, 'name'>> {
  return { repository: await originOf(root), kubernetes: knownKubernetesVersions.at(-1) ?? '' };
}

/** @throws UserError for a name that cannot be that of a fleet */
export function checkFleetName(name: string): void {
  const problem = fleetNameProblem(name);
  if (problem === undefined) return;
  throw new UserError(problem, 'Use small letters, digits and hyphens, for example `seatrial init shop`.');
}

/** What is wrong with the name of a fleet, as a sentence. */
export function fleetNameProblem(name: string): string | undefined {
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
