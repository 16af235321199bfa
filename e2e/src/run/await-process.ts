import { connect } from 'node:net';
import { lastLines } from './log-lines.ts';
import { Infrastructure, Timeout } from './outcome-errors.ts';
import type { Run } from './run.ts';
import type { Child } from './supervisor.ts';
import { ticks } from './ticks.ts';
import { wait } from './wait.ts';

/** Seconds in which a process has to be up on a machine that does other things too. */
const usualSeconds = 60;

/**
 * Waits until a process does its work. Asked every 50 ms.
 * @throws Infrastructure with the last lines that it wrote, when it ends before, or does not come up in time.
 */
export async function awaitProcess(
  run: Run,
  child: Child,
  { awaited, isUp }: { readonly awaited: string; readonly isUp: () => Promise<boolean> },
): Promise<void> {
  let ended: string | undefined;
  void child.ended.then((how) => (ended = how));
  try {
    await wait(run, {
      awaited,
      within: usualSeconds,
      changes: [ticks(50)],
      look: async () => {
        if (await isUp()) return { met: true, value: undefined };
        if (ended !== undefined) throw new Infrastructure(`${child.name} ${ended}`);
        return { met: false, seen: `${child.name} runs` };
      },
    });
  } catch (error) {
    if (!(error instanceof Timeout) && !(error instanceof Infrastructure)) throw error;
    const lines = await lastLines([child.log], { count: 15 });
    throw new Infrastructure(`${error.message}. Its last lines:\n${lines}`, { cause: error });
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
