import { existsSync } from 'node:fs';
import { appendFile, mkdir, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { Explanation } from '@seatrial/compiler';
import { exitCodes, UserError } from '../workspace/user-error.ts';
import { githubAnnotations } from './github-annotations.ts';
import { jsonReport } from './json-report.ts';
import { markdownReport } from './markdown-report.ts';
import type { Report } from './report.ts';
import type { ReportTarget } from './report-target.ts';

/** What the tool says of itself in reports that name it. */
export interface Tool {
  readonly version: string;
  readonly explanations: readonly Explanation[];
}

/**
 * Writes the further reports of a run. GitHub's annotations go to stdout, where it reads them, and its summary to the file
 * that it names in GITHUB_STEP_SUMMARY.
 * @throws UserError with exit code 3 for a file that cannot be written, after all others are written
 */
export async function writeReports(
  reports: readonly Report[],
  targets: readonly ReportTarget[],
  tool: Tool,
): Promise<void> {
  const failed: string[] = [];
  for (const target of targets) {
    try {
      if (target.format === 'github') await tellGithub(reports);
      else await writeText(target.file, await textOf(reports, target.format, tool));
    } catch (error) {
      failed.push(error instanceof Error ? error.message : String(error));
    }
  }
  if (failed.length > 0) {
    throw new UserError(
      `A report could not be written: ${failed.join('; ')}.`,
      'Name a file in a folder that can be written.',
      { exitCode: exitCodes.environment },
    );
  }
}

async function textOf(
  reports: readonly Report[],
  format: 'json' | 'junit' | 'sarif' | 'markdown',
  { explanations, version }: Tool,
): Promise<string> {
  switch (format) {
    case 'json':
      return jsonReport(reports);
    case 'markdown':
      return markdownReport(reports);
    case 'sarif':
      return (await import('./sarif-report.ts')).sarifReport(reports, explanations, version);
    case 'junit':
      return (await import('./junit-report.ts')).junitReport(reports);
  }
}

async function writeText(file: string, text: string): Promise<void> {
  await makeFolder(dirname(resolve(file)));
  await writeFile(file, text);
}

/** One by one: in a file system that takes no folders and says ENOENT of it, Node's recursive mkdir never ends. */
async function makeFolder(folder: string): Promise<void> {
  if (existsSync(folder)) return;
  await makeFolder(dirname(folder));
  await mkdir(folder);
}

async function tellGithub(reports: readonly Report[]): Promise<void> {
  process.stdout.write(githubAnnotations(reports));
  const summary = process.env['GITHUB_STEP_SUMMARY'];
  if (summary !== undefined && summary !== '') await appendFile(summary, markdownReport(reports));
}
