import { appendFileSync, mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ResultStore } from '@seatrial/validator';
import { cacheFolder } from '../cache/cache-folder.ts';

/** Bytes after which the file starts again; answers that are still needed come back at the price of one slower run. */
const mostBytes = 64 << 20;

/** Answers of earlier runs in a file of the cache, one a line. `save` appends the new ones. */
export function resultFile(): ResultStore & { save(): void } {
  const file = join(cacheFolder(), 'results', 'answers.jsonl');
  const answers = read(file);
  let fresh = '';
  return {
    get: (key) => answers.get(key),
    put(key, answer) {
      answers.set(key, answer);
      fresh += `${JSON.stringify([key, answer])}\n`;
    },
    save() {
      if (fresh === '') return;
      try {
        mkdirSync(dirname(file), { recursive: true });
        // One write of whole lines: runs side by side add to the file without a lock.
        appendFileSync(file, fresh);
      } catch {
        // The answers are told already; not keeping them makes the next run slower, nothing worse.
      }
      fresh = '';
    },
  };
}

function read(file: string): Map<string, unknown> {
  const answers = new Map<string, unknown>();
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size > mostBytes) rmSync(file, { force: true });
  if (size === 0 || size > mostBytes) return answers;
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const entry = parseLine(line);
    if (entry !== undefined) answers.set(...entry);
  }
  return answers;
}

/** A line that a full disk or a kill cut short is one answer less, nothing worse. */
function parseLine(line: string): [string, unknown] | undefined {
  if (!line.endsWith(']')) return undefined;
  try {
    return JSON.parse(line) as [string, unknown];
  } catch {
    return undefined;
  }
}
