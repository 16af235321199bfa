import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Infrastructure } from '../run/outcome-errors.ts';
import { htmlReport } from './html/html-report.ts';
import { junitReport } from './junit-report.ts';
import { markdownReport } from './markdown-report.ts';
import { jsonReport, type Rehearsal } from './rehearsal.ts';

const reports = [
  ['rehearsal.html', htmlReport],
  ['rehearsal.json', jsonReport],
  ['junit.xml', junitReport],
  ['summary.md', markdownReport],
] as const;

/**
 * Writes every report of a rehearsal, each as a whole: who reads a file sees the old one or the new one.
 * @returns their paths, the page for people first
 * @throws Infrastructure where the folder cannot be written; what was there before is still there
 */
export async function writeReports(rehearsal: Rehearsal, folder: string): Promise<readonly string[]> {
  const texts = reports.map(([name, textOf]) => ({
    path: join(folder, name),
    // A rehearsal that reports into the same folder at the same time does not get in the way.
    temporary: join(folder, `.${name}.${process.pid}`),
    text: textOf(rehearsal),
  }));
  try {
    await mkdir(folder, { recursive: true });
    for (const { temporary, text } of texts) await writeFile(temporary, text);
    for (const { temporary, path } of texts) await rename(temporary, path);
  } catch (error) {
    await Promise.allSettled(texts.map(({ temporary }) => rm(temporary, { force: true })));
    const cause = error instanceof Error ? error.message : String(error);
    throw new Infrastructure(
      `The report could not be written to ${folder} (${cause}): name a folder that can be written with --report.`,
      { cause: error },
    );
  }
  return texts.map(({ path }) => path);
}
