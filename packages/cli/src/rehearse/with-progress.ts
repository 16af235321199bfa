import type { Progress } from '@seatrial/e2e';
import { isCi } from './patience.ts';

/** Progress that a person reads; `end` leaves the terminal as it was. */
export type MakeProgress = (
  stream: NodeJS.WriteStream,
  options: { readonly terminal: boolean },
) => Progress & { end(): void };

export interface ShownProgress extends Progress {
  /** Has the terminal for something else, such as a question, for as long as that takes. */
  aside<Result>(work: () => Promise<Result>): Promise<Result>;
}

/** Does some work and shows on stderr how it goes: live on a terminal, in plain lines in CI and in a file. */
export async function withProgress<Result>(
  progressTo: MakeProgress,
  work: (progress: ShownProgress) => Promise<Result>,
): Promise<Result> {
  const show = (): ReturnType<MakeProgress> =>
    progressTo(process.stderr, { terminal: process.stderr.isTTY && !isCi() });
  let shown = show();
  try {
    return await work({
      tell: (event) => shown.tell(event),
      async aside(other) {
        shown.end();
        try {
          return await other();
        } finally {
          shown = show();
        }
      },
    });
  } finally {
    shown.end();
  }
}
