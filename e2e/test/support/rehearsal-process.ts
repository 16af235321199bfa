import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

export const seatrial = join(import.meta.dirname, '../../../packages/cli/bin/seatrial.mjs');

/** Absolute path of a test fleet's workspace. */
export const workspaceOf = (fleet: 'dinghy' | 'harbour'): string =>
  fileURLToPath(new URL(`../fleets/${fleet}`, import.meta.url));

/** The real command line at work. */
export interface RehearsalProcess {
  readonly pid: number;
  /** What it has said on stderr so far: lines, as in a CI. */
  said(): string;
  /** Resolves as soon as it has said this; rejects when it ends before. */
  says(text: string): Promise<void>;
  readonly ended: Promise<{
    /** Undefined: a signal ended it. */
    readonly code: number | undefined;
    readonly stdout: string;
    readonly stderr: string;
  }>;
  kill(signal: NodeJS.Signals): boolean;
}

/**
 * Starts `seatrial` in the workspace of a test fleet, with everything that it makes for a time below `folder`.
 * @param folder absolute path, and nobody else's
 */
export function startSeatrial(
  fleet: 'dinghy' | 'harbour',
  args: readonly string[],
  folder: string,
): RehearsalProcess {
  const child = spawn(process.execPath, [seatrial, ...args], {
    cwd: workspaceOf(fleet),
    env: { ...process.env, TMPDIR: folder, NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    stderr += chunk;
    child.emit('said');
  });
  const stdout = text(child.stdout);
  const ended = once(child, 'close').then(async ([code]: unknown[]) => ({
    code: typeof code === 'number' ? code : undefined,
    stdout: await stdout,
    stderr,
  }));
  return {
    pid: child.pid ?? 0,
    said: () => stderr,
    async says(words) {
      while (!stderr.includes(words)) {
        if (child.exitCode !== null || child.signalCode !== null)
          throw new Error(`it ended before it said "${words}": ${stderr}`);
        await Promise.race([once(child, 'said'), ended]);
      }
    },
    ended,
    kill: (signal) => child.kill(signal),
  };
}
