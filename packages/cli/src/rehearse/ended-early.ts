import { reportError } from '../error-boundary.ts';
import { exitCodes } from '../workspace/user-error.ts';

/** The exit code of a run that was interrupted; what went wrong while everything was taken away is told all the same. */
export async function endedEarly(error: unknown, { reason }: AbortSignal): Promise<number> {
  const isTheAbort = error === reason || (error instanceof Error && error.name === 'AbortError');
  if (!isTheAbort) await reportError(error);
  return exitCodes.interrupted;
}
