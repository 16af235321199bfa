import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/** Imports that are there when the program runs: `import type` and `export type` are not. */
const staticImport = /^\s*(?:import|export)\s+(?!type\b)(?:[^'";]*?\bfrom\s*)?['"](\.[^'"]+)['"]/gm;

/**
 * Files that import each other, beginning and ending with the same one: the first such ring that the imports of `entry`
 * lead to. Only relative imports are followed.
 */
export function importCycle(entry: string): readonly string[] | undefined {
  const done = new Set<string>();

  function visit(file: string, trail: readonly string[]): readonly string[] | undefined {
    const before = trail.indexOf(file);
    if (before !== -1) return [...trail.slice(before), file];
    if (done.has(file)) return undefined;
    for (const next of importsOf(file)) {
      const found = visit(next, [...trail, file]);
      if (found !== undefined) return found;
    }
    done.add(file);
    return undefined;
  }

  return visit(entry, []);
}

function importsOf(file: string): readonly string[] {
  try {
    const text = readFileSync(file, 'utf8');
    return [...text.matchAll(staticImport)].map(([, path = '']) => resolve(dirname(file), path));
  } catch {
    return [];
  }
}
