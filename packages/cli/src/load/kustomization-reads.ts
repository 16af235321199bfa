import { readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { kustomizationNames, pathsRead } from '@seatrial/validator';
import { parse } from 'yaml';

/** The folders and files that kustomize reads to build a folder, relative to `root`, sorted. */
export function kustomizationReads(folder: string, root: string): readonly string[] {
  const found = new Set<string>();
  visit(folder);
  return [...found].map((path) => relative(root, path)).sort();

  function visit(path: string): void {
    if (found.has(path)) return;
    const entry = statSync(path, { throwIfNoEntry: false });
    if (entry === undefined) return;
    found.add(path);
    if (!entry.isDirectory()) return;
    const file = kustomizationNames
      .map((name) => join(path, name))
      .find((name) => statSync(name, { throwIfNoEntry: false })?.isFile());
    if (file === undefined) return;
    found.add(file);
    for (const named of pathsRead(parse(readFileSync(file, 'utf8')))) visit(join(path, named.entry));
  }
}
