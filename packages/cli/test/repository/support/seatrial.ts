import { join } from 'node:path';
import { execa } from 'execa';

const seatrialFile = join(import.meta.dirname, '../../../bin/seatrial.mjs');

/** Runs the real command line in a folder. */
export async function seatrial(
  folder: string,
  ...args: readonly string[]
): Promise<{ readonly code: number; readonly stdout: string; readonly stderr: string }> {
  const { exitCode, stdout, stderr } = await execa(process.execPath, [seatrialFile, ...args], {
    cwd: folder,
    reject: false,
    env: { NO_COLOR: '1' },
    stdin: 'ignore',
  });
  return { code: exitCode ?? -1, stdout, stderr };
}
