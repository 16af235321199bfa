import { lstatSync, readdirSync, type Dirent } from 'node:fs';
import { basename, join, posix } from 'node:path';
import { execa } from 'execa';

const relevant = /\.(ya?ml|json)$/i;

/** Whether a path can matter here: a YAML or JSON file, or a kustomization without an extension. */
function isRelevant(path: string): boolean {
  return relevant.test(path) || basename(path) === 'Kustomization';
}

/**
 * The YAML and JSON files of a repository, relative to its root, sorted. In a git repository: those that git holds or
 * would hold, so nothing that .gitignore names. Symbolic links are left out: what they lead to is a file of its own, or
 * outside.
 */
export async function listFiles(root: string): Promise<readonly string[]> {
  return relevantOf(root, (await gitFiles(root)) ?? walk(root));
}

/** The YAML and JSON files of a folder, also those that .gitignore names. */
export function listAllFiles(root: string): readonly string[] {
  return relevantOf(root, walk(root));
}

function relevantOf(root: string, paths: readonly string[]): readonly string[] {
  return paths
    .filter(isRelevant)
    .filter((path) => lstatSync(join(root, path), { throwIfNoEntry: false })?.isFile() === true)
    .sort();
}

/** The root of the git repository around a folder, when there is one and git is there to say so. */
export async function gitRoot(folder: string): Promise<string | undefined> {
  return (await git(folder, ['rev-parse', '--show-toplevel']))?.trim();
}

/** The addresses of a git repository's remotes. */
export async function gitRemotes(folder: string): Promise<readonly string[]> {
  const lines = (await git(folder, ['remote', '--verbose']))?.split('\n') ?? [];
  return [...new Set(lines.flatMap((line) => line.split(/\s+/)[1] ?? []))];
}

async function gitFiles(root: string): Promise<readonly string[] | undefined> {
  const listed = await git(root, ['ls-files', '-z', '--cached', '--others', '--exclude-standard']);
  return listed?.split('\0').filter((path) => path !== '');
}

async function git(folder: string, args: readonly string[]): Promise<string | undefined> {
  try {
    const { exitCode, stdout } = await execa('git', ['-C', folder, ...args], {
      reject: false,
      stdin: 'ignore',
    });
    return exitCode === 0 ? stdout : undefined;
  } catch {
    return undefined; // no git on this machine
  }
}

function walk(root: string): readonly string[] {
  const files: string[] = [];
  const folders = ['.'];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    for (const entry of entriesOf(join(root, folder))) {
      const path = posix.join(folder, entry.name);
      if (entry.isFile()) files.push(path);
      else if (entry.isDirectory() && entry.name !== '.git' && entry.name !== 'node_modules')
        folders.push(path);
    }
  }
  return files;
}

function entriesOf(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return []; // a folder that this user may not read
  }
}
