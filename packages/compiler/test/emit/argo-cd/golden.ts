import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect } from 'vitest';
import type { FileTree } from '../../../src/emit/file-tree.ts';

/** Compares a tree with the committed folder, file list included; `UPDATE_GOLDEN=1` writes the folder instead. */
export async function expectGolden(tree: FileTree, folder: string): Promise<void> {
  if (process.env['UPDATE_GOLDEN'] === '1') {
    await rm(folder, { recursive: true, force: true });
    for (const [path, text] of tree) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
  }
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const committed = new Map<string, string>();
  for (const entry of entries.filter((each) => each.isFile())) {
    const path = join(entry.parentPath, entry.name);
    committed.set(path.slice(folder.length + 1), await readFile(path, 'utf8'));
  }
  expect([...tree.keys()].sort()).toEqual([...committed.keys()].sort());
  for (const [path, text] of tree) expect(text, path).toBe(committed.get(path));
}
