import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { seatrial } from './seatrial.ts';
import type { Workspace } from './workspace.ts';

/** What a run prints, whatever its findings. @throws Error when it ends with anything but 0 or 1 */
export async function runSeatrial(
  { folder }: Workspace,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<string> {
  return runToText(process.execPath, [seatrial, ...args], folder, env);
}

/** What a program prints. @throws Error when it ends with anything but 0 or 1, which stands for findings */
export async function runToText(
  program: string,
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>> = {},
): Promise<string> {
  const options = { cwd, env: { ...process.env, ...env }, maxBuffer: 1 << 30 };
  try {
    const running = promisify(execFile)(program, args, options);
    // gator waits for more objects as long as somebody might write some.
    running.child.stdin?.end();
    return (await running).stdout;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 1 && 'stdout' in error)
      return String(error.stdout);
    throw error;
  }
}
