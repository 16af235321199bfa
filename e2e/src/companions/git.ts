import { execa } from 'execa';
import { Infrastructure } from '../run/outcome-errors.ts';
import { gitEnvironment } from './git-environment.ts';

/** Runs git in a folder and gives what it prints. @throws Infrastructure with what git says. */
export async function git(folder: string, ...args: string[]): Promise<string> {
  // A rehearsal that a git hook starts inherits GIT_DIR and the like, which name another repository.
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'));
  const { stdout, stderr, failed, shortMessage } = await execa('git', args, {
    cwd: folder,
    env: { ...Object.fromEntries(inherited), ...gitEnvironment },
    extendEnv: false,
    reject: false,
  });
  if (failed) throw new Infrastructure(`git ${args[0] ?? ''}: ${stderr.trim() || String(shortMessage)}`);
  return stdout.trim();
}
