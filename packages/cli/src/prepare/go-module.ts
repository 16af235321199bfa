import { rm } from 'node:fs/promises';
import { execa } from 'execa';
import { temporaryFolder } from '../cache/write-entry.ts';
import { goEnvironment } from './go.ts';
import { PreparationError } from './preparation-error.ts';

/** A Go module at a version, with the leading `v`. */
export interface GoModule {
  readonly module: string;
  readonly version: string;
}

/**
 * Downloads a module through the user's Go, which checks it against the checksum database, into a module cache of its own,
 * hands `work` the folder with its files, and removes it: what is taken from it is a small part, and the user's own
 * module cache stays as it was.
 */
export async function withGoModule<Result>(
  wanted: GoModule,
  work: (folder: string) => Promise<Result>,
): Promise<Result> {
  const scratch = await temporaryFolder();
  try {
    return await work(await download(wanted, scratch));
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

async function download({ module, version }: GoModule, scratch: string): Promise<string> {
  const found = await goModDownload(`${module}@${version}`, scratch, {
    GOMODCACHE: scratch,
    GOFLAGS: '-modcacherw',
  });
  if ('folder' in found) return found.folder;
  throw new PreparationError(
    `The Go module ${module} ${version} could not be fetched: ${found.reason}; ` +
      'see that this version exists and that the Go module proxy can be reached.',
  );
}

/**
 * The folder of a module at the version that `cwd/go.mod` pins, in Go's own module cache, where a build of that module has
 * put it already.
 */
export async function pinnedModule(module: string, cwd: string): Promise<string> {
  const found = await goModDownload(module, cwd, {});
  if ('folder' in found) return found.folder;
  throw new PreparationError(
    `The Go module ${module} could not be fetched: ${found.reason}; see that the Go module proxy can be reached.`,
  );
}

async function goModDownload(
  argument: string,
  cwd: string,
  environment: Readonly<Record<string, string>>,
): Promise<{ readonly folder: string } | { readonly reason: string }> {
  const { stdout } = await execa('go', ['mod', 'download', '-json', argument], {
    cwd,
    env: { ...goEnvironment, ...environment },
    reject: false,
  });
  const { Dir: folder, Error: reason } = readAnswer(stdout);
  return folder ? { folder } : { reason: reason?.split('\n', 1)[0] ?? 'go said nothing' };
}

function readAnswer(stdout: string): { readonly Dir?: string; readonly Error?: string } {
  try {
    return JSON.parse(stdout) as { Dir?: string; Error?: string };
  } catch {
    return {};
  }
}
