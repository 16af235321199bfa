import { CommanderError } from 'commander';
import { buildProgram } from './program.ts';
import { ownVersion } from './version.ts';
import { endOnInterruption } from './workspace/interruption.ts';
import { exitCodes } from './workspace/user-error.ts';

/** Runs the command line and returns the exit code. Nothing escapes: every error ends in a sentence on stderr. */
export async function main(args: readonly string[]): Promise<number> {
  endOnInterruption();
  endWithTheReader();
  let code: number = exitCodes.fine;
  try {
    await buildProgram(ownVersion(), (result) => (code = result)).parseAsync(args, { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.fine : exitCodes.model;
    const { reportError } = await import('./error-boundary.ts');
    return reportError(error);
  }
  return code;
}

/** A reader that has seen enough (`| head`) is no error. */
function endWithTheReader(): void {
  process.stdout.on('error', (error: Error & { code?: string }) => {
    if (error.code === 'EPIPE') process.exit(exitCodes.fine);
    throw error;
  });
}
