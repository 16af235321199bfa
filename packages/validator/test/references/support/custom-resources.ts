import { readFileSync } from 'node:fs';
import { parseAllDocuments } from 'yaml';

/** One of each kind that a check reads and the compiler's workloads do not make; all that they name is there. */
export const customResources: readonly unknown[] = parseAllDocuments(
  readFileSync(new URL('custom-resources.yaml', import.meta.url), 'utf8'),
).map((document) => document.toJS() as unknown);
