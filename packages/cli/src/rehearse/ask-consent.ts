import { confirm, isCancel } from '@clack/prompts';
import { UserError } from '../workspace/user-error.ts';

/** Asks a person at a terminal, unless `--yes` has answered. @throws UserError where nobody can be asked */
export async function askConsent(question: string, { yes }: { readonly yes: boolean }): Promise<boolean> {
  if (yes) return true;
  if (!process.stdin.isTTY || !process.stderr.isTTY) {
    throw new UserError(
      `Nobody can be asked here: ${question}`,
      'Run it at a terminal, or agree beforehand with --yes.',
    );
  }
  const answer = await confirm({ message: question, initialValue: false, output: process.stderr });
  return !isCancel(answer) && answer;
}
