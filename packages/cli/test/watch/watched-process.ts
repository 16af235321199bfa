import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { expect, onTestFinished, vi } from 'vitest';
import type { TemporaryWorkspace } from '../temporary-workspace.ts';

const program = join(import.meta.dirname, '../../bin/seatrial.mjs');

/** A command that runs until it is interrupted; the end of the test ends it, too. */
export interface WatchedProcess {
  /** Waits until it has said the text since the last call, and returns what it had said by then on stdout. */
  readonly heard: (text: string | RegExp) => Promise<string>;
  /** As Ctrl-C does it; its exit code. */
  readonly interrupt: () => Promise<number | null>;
}

export function watchedProcess(
  { root }: TemporaryWorkspace,
  args: readonly string[],
  variables: Readonly<Record<string, string>> = {},
): WatchedProcess {
  const child = spawn(process.execPath, [program, ...args], {
    cwd: root,
    env: { ...process.env, NO_COLOR: '1', ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const closed = new Promise<number | null>((resolve) => child.on('close', resolve));
  onTestFinished(() => void child.kill('SIGKILL'));
  const said = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const)
    child[name].on('data', (text: Buffer) => (said[name] += text.toString()));
  return {
    async heard(text) {
      await vi.waitFor(() => expect(`${said.stdout}\n${said.stderr}`).toMatch(text), {
        timeout: 60_000,
        interval: 20,
      });
      const { stdout } = said;
      said.stdout = '';
      said.stderr = '';
      return stdout;
    },
    async interrupt() {
      child.kill('SIGINT');
      return closed;
    },
  };
}
