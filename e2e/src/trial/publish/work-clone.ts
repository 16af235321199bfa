import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import pLimit from 'p-limit';
import { git } from '../../companions/git.ts';

/** Path from the repository's root to text. */
export type RepositoryFiles = ReadonlyMap<string, string>;

/** A git work tree whose commits go to one remote. Knows what it holds, and writes only what differs. */
export interface WorkClone {
  /** What is checked out. */
  readonly files: RepositoryFiles;
  /** Makes the work tree hold exactly these files and commits that, also when nothing differs. Returns the commit. */
  commit(message: string, files: RepositoryFiles): Promise<string>;
  /** `git revert` of a commit, which brings back these files. Returns the commit. */
  revert(commit: string, message: string, files: RepositoryFiles): Promise<string>;
  /** Points branches and tags (`refs/heads/main`) of the remote to what is checked out: all of them or none. */
  push(refs: readonly string[]): Promise<void>;
  /** Forgets the last commit: it could not be pushed. */
  drop(files: RepositoryFiles): Promise<void>;
}

export async function openWorkClone(folder: string, remote: string): Promise<WorkClone> {
  await mkdir(folder, { recursive: true });
  await git(folder, 'init', '--quiet', '--initial-branch=rehearsal');
  // The repository lives as long as a rehearsal: nothing is gained by packing it in the middle of one.
  await git(folder, 'config', 'gc.auto', '0');
  await git(folder, 'remote', 'add', 'origin', remote);
  const head = (): Promise<string> => git(folder, 'rev-parse', 'HEAD');
  const disk = pLimit(32);
  let current: RepositoryFiles = new Map();

  async function put(path: string, text: string): Promise<void> {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }

  return {
    get files() {
      return current;
    },
    async commit(message, files) {
      const stale = [...current.keys()].filter((path) => !files.has(path));
      const changed = [...files].filter(([path, text]) => current.get(path) !== text);
      // A file may take the place of a folder, so what is stale goes first.
      await Promise.all(stale.map((path) => disk(() => rm(join(folder, path), { force: true }))));
      await Promise.all(changed.map(([path, text]) => disk(() => put(path, text))));
      current = files;
      await git(folder, 'add', '--all', '--force');
      await git(folder, 'commit', '--quiet', '--allow-empty', '--cleanup=whitespace', `--message=${message}`);
      return await head();
    },
    async revert(commit, message, files) {
      await git(folder, 'revert', '--no-commit', commit);
      const text = `${message}\n\nThis reverts commit ${commit}.`;
      await git(folder, 'commit', '--quiet', '--allow-empty', '--cleanup=whitespace', `--message=${text}`);
      current = files;
      return await head();
    },
    async push(refs) {
      const targets = refs.map((ref) => `HEAD:${ref}`);
      await git(folder, 'push', '--quiet', '--atomic', 'origin', ...targets);
    },
    async drop(files) {
      await git(folder, 'reset', '--quiet', '--hard', 'HEAD~1');
      current = files;
    },
  };
}
