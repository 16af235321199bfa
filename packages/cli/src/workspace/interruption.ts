import { exitCodes } from './user-error.ts';

/** What Ctrl-C does now. */
let interrupt = endAtOnce;

/** From here on Ctrl-C ends the program at once, unless a command has something to take away first. */
export function endOnInterruption(): void {
  process.off('SIGINT', onInterrupt);
  process.on('SIGINT', onInterrupt);
}

function onInterrupt(): void {
  interrupt();
}

function endAtOnce(): void {
  process.stderr.write('Interrupted.\n');
  process.exit(exitCodes.interrupted);
}

/** A command's own way to end. */
export interface Interruption {
  /** Aborted by the first Ctrl-C, or another request to end. */
  readonly signal: AbortSignal;
  /** Nothing is left to take away: Ctrl-C ends the program at once again. */
  release(): void;
}

/**
 * Turns Ctrl-C, SIGTERM and SIGHUP into a signal, for a command that leaves something behind when it just ends. Further ones
 * change nothing: it is ending already, and says so.
 */
export function takeInterruptions(ending: string): Interruption {
  const controller = new AbortController();
  const abort = (): void => {
    if (!controller.signal.aborted) controller.abort();
    process.stderr.write(`${ending}\n`);
  };
  interrupt = abort;
  for (const name of others) process.on(name, abort);
  return {
    signal: controller.signal,
    release() {
      interrupt = endAtOnce;
      for (const name of others) process.off(name, abort);
    },
  };
}

const others = ['SIGTERM', 'SIGHUP'] as const;
