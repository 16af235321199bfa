import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { seatrial } from '../seatrial.ts';
import type { Workspace } from '../workspace.ts';

/** A running `seatrial validate --watch`. */
export interface Watching {
  /** The next verdict: the line that says how much was checked. @throws Error when the program has ended */
  readonly verdict: () => Promise<string>;
  /** Interrupts it, and waits for its end. */
  readonly end: () => Promise<void>;
}

export function watching({ folder }: Workspace, env: Readonly<Record<string, string>>): Watching {
  const child = spawn(process.execPath, [seatrial, 'validate', 'bench', '--watch'], {
    cwd: folder,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const ended = once(child, 'exit');
  return {
    async verdict() {
      for (;;) {
        const { done, value } = await lines.next();
        if (done === true) throw new Error('seatrial validate --watch has ended');
        if (value.startsWith('bench: checked ')) return value;
      }
    },
    async end() {
      child.kill('SIGINT');
      await ended;
    },
  };
}
