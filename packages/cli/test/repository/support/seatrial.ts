import { join } from 'node:path';
import { execa } from 'execa';

const seatrialFile = join(import.meta.dirname, '../../../bin/seatrial.mjs');

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the real command line in a folder. */
export function seatrial(folder: string, ...args: readonly string[]): Promise<Ended> {
  return run(folder, process.execPath, [seatrialFile, ...args]);
}

/** The same without root's right to read whatever it likes: a test may well run as root. */
export function seatrialWithoutPrivileges(folder: string, ...args: readonly string[]): Promise<Ended> {
  const command = [process.execPath, seatrialFile, ...args];
  if (process.getuid?.() !== 0) return seatrial(folder, ...args);
  return run(folder, 'setpriv', ['--bounding-set=-dac_override,-dac_read_search', ...command]);
}

async function run(folder: string, program: string, args: readonly string[]): Promise<Ended> {
  const { exitCode, stdout, stderr } = await execa(program, args, {
    cwd: folder,
    reject: false,
    env: { NO_COLOR: '1' },
    stdin: 'ignore',
  });
  return { code: exitCode ?? -1, stdout, stderr };
}
