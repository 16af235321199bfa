import { cancel, intro, isCancel, text } from '@clack/prompts';
import { exitCodes, UserError } from '../workspace/user-error.ts';
import type { NewFleet } from './smallest-fleet.ts';

/** Asks a person at a terminal for what the command line left open. */
export async function ask(
  defaults: NewFleet,
  nameProblem: (name: string) => string | undefined,
): Promise<NewFleet> {
  intro('A new fleet');
  const name = await answer(
    text({
      message: 'Name of the fleet',
      initialValue: defaults.name,
      validate: (value) => nameProblem(value ?? ''),
    }),
  );
  const repository = await answer(
    text({ message: 'Git repository that Argo CD will watch', initialValue: defaults.repository }),
  );
  const kubernetes = await answer(
    text({ message: 'Kubernetes version of the first cluster', initialValue: defaults.kubernetes }),
  );
  return { name, repository, kubernetes };
}

async function answer(question: Promise<string | symbol>): Promise<string> {
  const given = await question;
  if (typeof given === 'string' && !isCancel(given)) return given;
  cancel('Nothing was written.');
  throw new UserError('Interrupted.', '', { exitCode: exitCodes.interrupted });
}
