import type { Progress } from '../run/progress.ts';
import { liveProgress } from './progress/live-progress.ts';
import { plainProgress } from './progress/plain-progress.ts';

/** Progress for people, until {@link TerminalProgress.end}: after that the stream is as it was before. */
export interface TerminalProgress extends Progress {
  end(): void;
}

/**
 * Tells a rehearsal on `stream`. On a terminal: what happened as lines that stay, and below them what is awaited, redrawn
 * in place. Elsewhere, and on a terminal that moves no cursor (`TERM=dumb`): lines only, with a line now and then for
 * what is awaited for long. `NO_COLOR` (https://no-color.org) takes the colours away.
 */
export function progressTo(
  stream: NodeJS.WriteStream,
  { terminal }: { readonly terminal: boolean },
): TerminalProgress {
  return terminal && process.env['TERM'] !== 'dumb' ? liveProgress(stream) : plainProgress(stream);
}
