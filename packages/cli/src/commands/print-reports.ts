import { allExplanations } from './all-explanations.ts';
import { jsonReport } from '../reports/json-report.ts';
import type { Report } from '../reports/report.ts';
import type { ReportTarget } from '../reports/report-target.ts';
import { textReport } from '../reports/text-report.ts';
import { writeReports } from '../reports/write-reports.ts';
import { ownVersion } from '../version.ts';

/**
 * Prints the reports of a run to stdout, and writes the further ones.
 * @param unloaded what a person has read on stderr already, and a program has not
 * @param text what a person is told of each
 */
export async function printReports(
  reports: readonly Report[],
  { output, report }: { readonly output: 'text' | 'json'; readonly report: readonly ReportTarget[] },
  unloaded: readonly Report[] = [],
  text: (report: Report, stream: NodeJS.WriteStream) => string = textReport,
): Promise<void> {
  const all = [...unloaded, ...reports];
  if (output === 'json') process.stdout.write(jsonReport(all));
  else for (const one of reports) process.stdout.write(text(one, process.stdout));
  await writeReports(all, report, { version: ownVersion(), explanations: allExplanations });
}
