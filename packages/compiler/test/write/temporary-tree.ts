import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { treeLocation, type TreeLocation } from '../../src/write/tree-location.ts';

/** A repository in a temporary folder with the tree `clusters/shop`; it goes away with the test. */
export function temporaryTree(): TreeLocation {
  const root = mkdtempSync(join(tmpdir(), 'seatrial-write-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  return treeLocation(root, 'shop');
}

export function put(location: TreeLocation, path: string, text: string): void {
  const file = join(location.folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** Every file below the tree's folder with its text, hidden ones too; folders without a file end in `/`. */
export function contentsOf(location: TreeLocation): Record<string, string> {
  const contents: Record<string, string> = {};
  for (const entry of readdirSync(location.folder, { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath, entry.name);
    const path = file.slice(location.folder.length + 1);
    if (entry.isFile()) contents[path] = readFileSync(file, 'utf8');
    else if (entry.isDirectory() && readdirSync(file).length === 0) contents[`${path}/`] = '';
  }
  return contents;
}

/** Mounts something for the length of a test; false where the system does not let us (then the test cannot be run). */
export function mounted(folder: string, ...args: readonly string[]): boolean {
  try {
    execFileSync('mount', [...args, folder], { stdio: 'ignore' });
  } catch {
    return false;
  }
  onTestFinished(() => {
    execFileSync('umount', ['--lazy', folder]);
  });
  return true;
}
