import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the facts of a cluster say, as far as the graph asks for it. */
export interface RecordedFacts {
  readonly applications: readonly string[];
  /** Folder of the Argo CD that runs there, relative to the tree. */
  readonly argoCd?: string;
}

/** Undefined for a file that cannot be read as facts: in the middle of a merge, or of another compiler. */
export function recordedFacts(root: string, path: string): RecordedFacts | undefined {
  const facts = readJson(join(root, path));
  if (typeof facts !== 'object' || facts === null || !('applications' in facts)) return undefined;
  const { applications } = facts;
  if (!Array.isArray(applications) || !applications.every((name) => typeof name === 'string'))
    return undefined;
  const argoCd = 'argoCd' in facts && typeof facts.argoCd === 'string' ? { argoCd: facts.argoCd } : {};
  return { applications, ...argoCd };
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}
