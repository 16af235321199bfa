import { prepare } from '../prepare/prepare.ts';
import { needsOfRepository } from '../repository/needs-of-repository.ts';
import { exitCodes } from '../workspace/user-error.ts';

/** `seatrial prepare PATH`: what `seatrial validate PATH` needs. */
export async function prepareRepository(
  path: string,
  { kubernetesVersion }: { readonly kubernetesVersion?: string },
): Promise<number> {
  const say = (line: string): void => void process.stderr.write(`${line}\n`);
  await prepare(await needsOfRepository(path, kubernetesVersion), say);
  say(`Prepared for ${path}.`);
  return exitCodes.fine;
}
