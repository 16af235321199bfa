import type { Progress } from '@seatrial/e2e';
import { isCi } from './patience.ts';

/** Progress that a person reads; `end` leaves the terminal as it was. */
export type MakeProgress = (
  stream: NodeJS.WriteStream,
  options: { readonly terminal: boolean },
) => Progress & { end(): void };

/** Does some work and shows on stderr how it goes: live on a terminal, in plain lines in CI and in a file. */
export async function withProgress<Result>(
  progressTo: MakeProgress,
  work: (progress: Progress) => Promise<Result>,
): Promise<Result> {
  const progress = progressTo(process.stderr, { terminal: process.stderr.isTTY && !isCi() });
  try {
    return await work(progress);
  } finally {
    progress.end();
  }
}
