import { readFile, readdir } from 'node:fs/promises';

/** Every process of a rehearsal has its id in this variable, and so have the processes that those start. */
export const rehearsalVariable = 'SEATRIAL_REHEARSAL';

/** Signals a process and everything in its group. False: there is none any more. */
export function signalGroup(pid: number, signal: NodeJS.Signals): boolean {
  try {
    process.kill(-pid, signal);
    return true;
  } catch {
    return false;
  }
}

/**
 * Process ids with the rehearsal's id in their environment, also those that left their group. Only where /proc tells
 * (Linux, see proc_pid_environ(5)); elsewhere there are none, and the groups have to do.
 */
export async function processesOf(rehearsal: string): Promise<number[]> {
  const entry = `${rehearsalVariable}=${rehearsal}`;
  const names = await readdir('/proc').catch(() => []);
  const pids = names.filter((name) => /^\d+$/.test(name)).map(Number);
  const mine = await Promise.all(
    pids.map(async (pid) => {
      // A process of another user, or one that has just ended, cannot be read.
      const environment = await readFile(`/proc/${pid}/environ`, 'utf8').catch(() => '');
      return environment.split('\0').includes(entry);
    }),
  );
  return pids.filter((pid, index) => mine[index] && pid !== process.pid);
}

/** Ends, without asking, whatever still carries the rehearsal's id. */
export async function killStrays(rehearsal: string): Promise<void> {
  for (const pid of await processesOf(rehearsal)) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It ended by itself in between.
    }
  }
}
