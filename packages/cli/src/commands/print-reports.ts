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
 */
export async function printReports(
  reports: readonly Report[],
  { output, report }: { readonly output: 'text' | 'json'; readonly report: readonly ReportTarget[] },
  unloaded: readonly Report[] = [],
): Promise<void> {
  const all = [...unloaded, ...reports];
  if (output === 'json') process.stdout.write(jsonReport(all));
  else for (const one of reports) process.stdout.write(textReport(one, process.stdout));
  await writeReports(all, report, { version: ownVersion(), explanations: allExplanations });
}
