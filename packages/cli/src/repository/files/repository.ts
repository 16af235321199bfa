import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { readDocuments, readSource, type SourceDocuments, type SourceText } from '@seatrial/validator';
import { UserError } from '../../workspace/user-error.ts';
import { readBytes } from './read-bytes.ts';
import { gitRemotes, gitRoot, listAllFiles, listFiles } from './list-files.ts';

/** A repository as it was found. Paths are relative to its root, with `/`; `.` is the root. */
export interface Repository {
  /** Absolute path. */
  readonly root: string;
  readonly name: string;
  /** The folder or file that was asked for. */
  readonly scope: string;
  /** Every YAML and JSON file that git would hold, sorted. */
  readonly files: readonly string[];
  /** Addresses of git remotes. */
  readonly remotes: readonly string[];
  hasFile(path: string): boolean;
  hasFolder(path: string): boolean;
  /** Text of a file as it is; undefined where it cannot be read. */
  text(path: string): string | undefined;
  /** The documents of a YAML or JSON file, whatever they are. Read once. */
  documents(path: string): SourceDocuments;
  /** The objects of a manifest. Read once. */
  source(path: string): SourceText;
}

/** Opens the repository that a path is in: the git repository around it, else the path itself. @throws UserError */
export async function openRepository(path: string): Promise<Repository> {
  const asked = resolve(path);
  if (!existsSync(asked)) {
    throw new UserError(
      `There is no file or folder ${path}.`,
      'Give the path of a repository, or of a folder or file in it.',
    );
  }
  const target = realpathSync(asked);
  const folder = statSync(target).isDirectory() ? target : dirname(target);
  const root = (await gitRoot(folder)) ?? folder;
  const files = await listFiles(root);
  const scope = relative(root, target).split('\\').join('/') || '.';
  // A folder that git ignores is looked at all the same when it is asked for.
  const hidden = scope !== '.' && !files.some((file) => isBelow(file, scope));
  if (hidden && root !== folder)
    return opened(folder, relative(folder, target) || '.', listAllFiles(folder), []);
  return opened(root, scope, files, await gitRemotes(root));
}

function opened(
  root: string,
  scope: string,
  files: readonly string[],
  remotes: readonly string[],
): Repository {
  const listed = new Set(files);
  const documents = new Map<string, SourceDocuments>();
  const sources = new Map<string, SourceText>();
  const read = <Text extends SourceDocuments>(
    path: string,
    reader: (path: string, bytes: Uint8Array) => Text,
  ): Text => {
    const bytes = readBytes(root, path);
    if (bytes instanceof Uint8Array) return reader(path, bytes);
    return { ...reader(path, new Uint8Array()), findings: bytes };
  };
  return {
    root,
    name: basename(root),
    scope,
    files,
    remotes,
    hasFile: (path) => listed.has(path) || kindOf(join(root, path)) === 'file',
    hasFolder: (path) => kindOf(join(root, path)) === 'folder',
    text(path) {
      try {
        return readFileSync(join(root, path), 'utf8');
      } catch {
        return undefined;
      }
    },
    documents(path) {
      const known = sources.get(path) ?? documents.get(path) ?? read(path, readDocuments);
      documents.set(path, known);
      return known;
    },
    source(path) {
      const known = sources.get(path) ?? read(path, readSource);
      sources.set(path, known);
      return known;
    },
  };
}

/** Whether a path is a folder or anything below it. */
export function isBelow(path: string, folder: string): boolean {
  return folder === '.' || path === folder || path.startsWith(`${folder}/`);
}

function kindOf(path: string): 'file' | 'folder' | undefined {
  const found = statSync(path, { throwIfNoEntry: false });
  return found?.isDirectory() === true ? 'folder' : found?.isFile() === true ? 'file' : undefined;
}
