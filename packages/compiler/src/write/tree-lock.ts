import {
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { codeOf, TreeError } from './tree-error.ts';
import type { TreeLocation } from './tree-location.ts';

/** How long a run waits for another one that writes the same tree, in milliseconds. A write takes about one second. */
const patience = 20_000;

/** After this time, in milliseconds, the lock of another machine counts as left behind: its processes cannot be seen. */
const foreignLockAge = 600_000;

/**
 * Runs `work` while no other process writes the same tree. The lock of a process that is gone is taken over.
 * @throws TreeError when another run still writes after twenty seconds.
 */
export async function withTreeLock<T>(location: TreeLocation, work: () => T): Promise<T> {
  await takeLock(location);
  try {
    return work();
  } finally {
    removeLeftovers(location);
    rmSync(lockOf(location), { force: true });
    removeEmptyFolders(location);
  }
}

async function takeLock(location: TreeLocation): Promise<void> {
  const deadline = Date.now() + patience;
  while (!tryLock(location)) {
    removeLockOfTheDead(location);
    if (tryLock(location)) return;
    if (Date.now() > deadline) {
      const holder = readHolder(location)?.process ?? 'unknown';
      throw new TreeError(
        `Another seatrial (process ${holder}) is writing ${location.shown}.`,
        'Wait until it is done, then run the command again.',
      );
    }
    await delay(50);
  }
}

function lockOf(location: TreeLocation): string {
  return join(location.work, 'lock');
}

/** The link makes the lock appear together with its content, and fails when there is one. */
function tryLock(location: TreeLocation): boolean {
  const draft = join(location.work, `lock-${process.pid}`);
  try {
    makeWorkFolder(location);
    writeFileSync(join(location.work, '.gitignore'), '*\n');
    writeFileSync(
      draft,
      JSON.stringify({ process: process.pid, started: startOf(process.pid), host: hostname() }),
    );
    linkSync(draft, lockOf(location));
    return true;
  } catch (error) {
    // ENOENT: the process that just finished removed the folder between two of these lines.
    if (codeOf(error) === 'EEXIST' || codeOf(error) === 'ENOENT') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** One by one: where a recursive mkdir meets a read-only disk, Node says ENOENT instead of EROFS. */
function makeWorkFolder(location: TreeLocation): void {
  for (const folder of [dirname(location.folder), location.folder, location.work]) {
    if (!existsSync(folder)) mkdirSync(folder);
  }
}

function removeLockOfTheDead(location: TreeLocation): void {
  const holder = readHolder(location);
  if (holder === undefined || isAlive(location, holder)) return;
  const aside = join(location.work, `lock-of-${holder.process}-${process.pid}`);
  try {
    renameSync(lockOf(location), aside);
    // Another process may have taken the lock over since it was read: then it keeps it.
    if (readFileSync(aside, 'utf8') !== holder.text) linkSync(aside, lockOf(location));
  } catch (error) {
    if (codeOf(error) !== 'ENOENT' && codeOf(error) !== 'EEXIST') throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}

interface Holder {
  readonly process: number;
  /** Start of the process in the system's own measure: a number that was used again has another. */
  readonly started: string;
  readonly host: string;
  readonly text: string;
}

/** Undefined when there is no lock. A lock without sense is what a power cut leaves: its process is gone. */
function readHolder(location: TreeLocation): Holder | undefined {
  let text: string;
  try {
    text = readFileSync(lockOf(location), 'utf8');
  } catch {
    return undefined;
  }
  try {
    const parsed = JSON.parse(text) as Omit<Holder, 'text'>;
    return {
      process: Number(parsed.process),
      started: String(parsed.started),
      host: String(parsed.host),
      text,
    };
  } catch {
    return { process: 0, started: '', host: hostname(), text };
  }
}

function isAlive(location: TreeLocation, holder: Holder): boolean {
  if (holder.host !== hostname()) return ageOf(lockOf(location)) < foreignLockAge;
  if (holder.process === 0) return false;
  try {
    process.kill(holder.process, 0);
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
  return startOf(holder.process) === holder.started;
}

function ageOf(path: string): number {
  return Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0);
}

/** Linux: field 22 of /proc/<pid>/stat (proc(5)); empty elsewhere, where the number alone has to do. */
function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}

/** Removes what earlier runs left behind; with a journal present all of it is still needed. */
function removeLeftovers(location: TreeLocation): void {
  const names = readdirSync(location.work);
  if (names.includes('journal')) return;
  // The draft of a process that waits for the lock may go, too: it writes a new one.
  for (const name of names) {
    if (name !== 'lock') rmSync(join(location.work, name), { recursive: true, force: true });
  }
}

function removeEmptyFolders(location: TreeLocation): void {
  try {
    rmdirSync(location.work);
    rmdirSync(location.folder);
  } catch {
    // Not empty: a journal, another process, or the tree itself.
  }
}
