import { relative } from 'node:path';
import { execa, ExecaError } from 'execa';
import { exitCodes, UserError } from '../workspace/user-error.ts';

/** The git work tree that a repository of fleets is in. */
export interface GitWorkTree {
  /**
   * @param paths absolute; files, or folders whose tracked files count
   * @throws UserError where something is staged, a path has changes, or a commit could not be found again
   */
  refuseChanges(paths: readonly string[]): Promise<void>;
  /** Commits exactly these files and returns the commit's name. With an error nothing is staged. @throws UserError */
  commit(files: readonly string[], message: string): Promise<string>;
}

/** @throws UserError where the folder is in no git work tree, or there is no git */
export async function openWorkTree(root: string): Promise<GitWorkTree> {
  const git = (args: readonly string[], input?: string) =>
    execa('git', [...args], {
      cwd: root,
      ...(input === undefined ? { stdin: 'ignore' as const } : { input }),
      // A person's terminal is not here: git must not wait for an editor.
      env: { GIT_EDITOR: 'true', GIT_OPTIONAL_LOCKS: '0' },
    });
  const head = await git(['rev-parse', '--is-inside-work-tree']).catch((error: unknown) => {
    throw error instanceof ExecaError && error.code === 'ENOENT'
      ? new UserError('git is not here.', 'Install git.', { exitCode: exitCodes.environment })
      : notARepository(root);
  });
  if (head.stdout !== 'true') throw notARepository(root);
  return {
    async refuseChanges(paths) {
      const { exitCode } = await execa('git', ['symbolic-ref', '--quiet', 'HEAD'], {
        cwd: root,
        reject: false,
      });
      if (exitCode !== 0)
        throw new UserError(
          'HEAD is on no branch: a commit there is soon lost.',
          'Check a branch out first.',
        );
      const staged = await git(['diff', '--cached', '--name-only', '-z']);
      const [first] = listed(staged.stdout);
      if (first !== undefined)
        throw new UserError(
          `${first} is staged, and would be committed too.`,
          'Commit it, or unstage it, first.',
        );
      const { stdout } = await git([
        'status',
        '--porcelain=v1',
        '-z',
        '--untracked-files=no',
        '--',
        ...paths.map((path) => relative(root, path) || '.'),
      ]);
      const [changed] = listed(stdout);
      if (changed !== undefined)
        throw new UserError(
          `${changed.slice(3)} has changes that are not committed.`,
          'Commit them, or put them away with `git stash`, first.',
        );
    },
    async commit(files, message) {
      const paths = files.map((file) => relative(root, file));
      const before = await headOf(git);
      try {
        await git(
          ['add', '--all', '--pathspec-from-file=-', '--pathspec-file-nul'],
          paths.map((path) => `:(literal)${path}`).join('\0'),
        );
        await git(['commit', '--quiet', '--file=-'], message);
      } catch (error) {
        const now = await headOf(git);
        // Interrupted behind the commit: it is made.
        if (now !== before) return now;
        await git(['reset', '--quiet']);
        throw new UserError(`git did not commit: ${whatGitSaid(error)}`, 'Put that right and run it again.', {
          exitCode: exitCodes.environment,
        });
      }
      return headOf(git);
    },
  };
}

type Git = (args: readonly string[], input?: string) => Promise<{ readonly stdout: string }>;

/** Empty before the first commit. */
async function headOf(git: Git): Promise<string> {
  try {
    return (await git(['rev-parse', '--verify', '--quiet', 'HEAD'])).stdout;
  } catch {
    return '';
  }
}

function listed(text: string): string[] {
  return text.split('\0').filter((part) => part !== '');
}

function notARepository(root: string): UserError {
  return new UserError(
    `${root} is in no git work tree: a failover is a commit.`,
    'Run it in the checkout whose branch the engine follows.',
  );
}

function whatGitSaid(error: unknown): string {
  if (!(error instanceof ExecaError)) return String(error);
  const lines = `${String(error.stderr)}\n${String(error.stdout)}`.split('\n').map((line) => line.trim());
  return lines.find((line) => line !== '') ?? error.shortMessage;
}
