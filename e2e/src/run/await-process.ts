import { connect } from 'node:net';
import { withLastLines } from './log-lines.ts';
import { Infrastructure, Timeout } from './outcome-errors.ts';
import type { Run } from './run.ts';
import type { Child } from './supervisor.ts';
import { ticks } from './ticks.ts';
import { wait } from './wait.ts';

/** Seconds in which a process has to be up on a machine that does other things too. */
const usualSeconds = 60;

/**
 * Waits until a process does its work. Asked every 50 ms. One that ends instead ends the run.
 * @throws Infrastructure with the last lines that it wrote.
 */
export async function awaitProcess(
  run: Run,
  child: Child,
  { awaited, isUp }: { readonly awaited: string; readonly isUp: () => Promise<boolean> },
): Promise<void> {
  try {
    await wait(run, {
      awaited,
      within: usualSeconds,
      changes: [ticks(50)],
      look: async () =>
        (await isUp()) ? { met: true, value: undefined } : { met: false, seen: `${child.name} runs` },
    });
  } catch (error) {
    if (!(error instanceof Timeout)) throw error;
    throw new Infrastructure(await withLastLines(error.message, child), { cause: error });
  }
}

/** Whether somebody takes connections on a port of this machine. */
export function isListening(port: number, host = '127.0.0.1'): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host });
    const answer = (is: boolean): void => {
      socket.destroy();
      resolve(is);
    };
    socket.once('connect', () => answer(true));
    socket.once('error', () => answer(false));
  });
}

/** Whether something answers a GET of this address with 2xx. */
export async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(1000) })).ok;
  } catch {
    return false;
  }
}
