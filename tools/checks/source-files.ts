import { execFileSync } from 'node:child_process';
import { lstatSync } from 'node:fs';

/**
 * Files of the work tree that git tracks or would track, relative to `root`, sorted; symlinks and deleted files left out.
 * Throws when `root` is not in a git work tree.
 */
export function sourceFiles(root: string, extensions: readonly string[]): readonly string[] {
  const patterns = extensions.map((extension) => `*.${extension}`);
  const args = ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--', ...patterns];
  const listed = execFileSync('git', args, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const paths = new Set(listed.split('\0').filter((path) => path !== ''));
  return [...paths]
    .filter((path) => lstatSync(`${root}/${path}`, { throwIfNoEntry: false })?.isFile())
    .sort();
}
