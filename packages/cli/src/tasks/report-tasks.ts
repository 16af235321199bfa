import { resolve } from 'node:path';
import { allExplanations } from '../commands/all-explanations.ts';
import { reportTarget, type ReportTarget } from '../reports/report-target.ts';
import { writeReports } from '../reports/write-reports.ts';
import { ownVersion } from '../version.ts';
import type { TaskResult } from './fleet-task.ts';
import { mergeReports } from './merge-reports.ts';

/**
 * Writes what tasks have found in other forms, where the environment asks for them: `SEATRIAL_REPORT=github,sarif=all.sarif`, as
 * `--report` takes them. One report for each fleet, whatever the number of its tasks.
 *
 * @param root absolute path of the repository, where the files of the reports are
 * @throws UserError for a file that cannot be written; Error for a form that there is not
 */
export async function reportTasks(results: Iterable<TaskResult>, root: string): Promise<void> {
  const targets = targetsIn(process.env['SEATRIAL_REPORT'] ?? '', root);
  if (targets.length === 0) return;
  const reports = new Set([...results].flatMap(({ report }) => (report === undefined ? [] : [report])));
  const ofFleets = Map.groupBy(reports, ({ subject }) => subject.name);
  const merged = [...ofFleets.values()].flatMap((own) => mergeReports(own) ?? []);
  await writeReports(merged, targets, { version: ownVersion(), explanations: allExplanations });
}

function targetsIn(text: string, root: string): readonly ReportTarget[] {
  return text
    .split(',')
    .filter((part) => part.trim() !== '')
    .map((part) => {
      const target = reportTarget(part.trim());
      return target.format === 'github' ? target : { ...target, file: resolve(root, target.file) };
    });
}
