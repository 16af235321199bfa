import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from '@seatrial/compiler';
import { codes } from '../findings/codes.ts';
import { findingAt } from '../findings/finding-at.ts';

/** Larger files are not read: their nodes would take many times as much memory, and no engine applies such a file. */
const mostMebibytes = 50;

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'this user may not read it',
  EPERM: 'this user may not read it',
  EISDIR: 'it is a folder',
  ENOENT: 'it is gone',
};

/** What git-crypt leaves of a file where its key is missing begins so. */
const lockedMark = '\0GITCRYPT\0';

export function isLocked(text: string | undefined): boolean {
  return text?.startsWith(lockedMark) === true;
}

/** The bytes of a file; why they cannot be had; nothing for what git-crypt has locked. */
export function readBytes(root: string, path: string): Uint8Array | readonly Finding[] {
  try {
    const { size } = statSync(join(root, path));
    if (size > mostMebibytes * 1024 * 1024)
      return [unreadable(path, `it is larger than ${mostMebibytes} MiB`, 'Split it into several files.')];
    const bytes = readFileSync(join(root, path));
    return isLocked(bytes.toString('latin1', 0, lockedMark.length)) ? [] : bytes;
  } catch (error) {
    const code = String((error as NodeJS.ErrnoException).code);
    return [unreadable(path, reasons[code] ?? `the system says ${code}`, 'Make it readable for this user.')];
  }
}

function unreadable(path: string, reason: string, hint: string): Finding {
  return findingAt(codes.unreadableFile, { file: path }, `The file was not read: ${reason}.`, hint);
}
