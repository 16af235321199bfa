import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** Processes with a word in their arguments, or, where /proc tells, in their environment: `pid arguments`. */
export function processesNaming(word: string): string[] {
  const lines = execFileSync('ps', ['-A', '-ww', '-o', 'pid=,args='], { encoding: 'utf8' }).split('\n');
  return lines
    .map((line) => line.trim())
    .filter((line) => {
      const [pid = ''] = line.split(' ');
      return pid !== String(process.pid) && (line.includes(word) || environmentOf(pid).includes(word));
    });
}

function environmentOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/environ`, 'utf8');
  } catch {
    // It has ended, or is not ours to look at, or this is no Linux.
    return '';
  }
}

/** What of a rehearsal is left below a folder once `seconds` are over, or nothing as soon as there is nothing. */
export async function leftoversOf(folder: string, seconds = 30): Promise<string[]> {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const folders = readdirSync(folder).filter((name) => name.startsWith('seatrial-'));
    const left = [...processesNaming(folder), ...folders];
    if (left.length === 0 || Date.now() > end) return left;
    await sleep(50);
  }
}
