import { allExplanations } from './all-explanations.ts';
import { jsonReport } from '../reports/json-report.ts';
import type { Report } from '../reports/report.ts';
import type { ReportTarget } from '../reports/report-target.ts';
import { textReport } from '../reports/text-report.ts';
import { writeReports } from '../reports/write-reports.ts';
import { ownVersion } from '../version.ts';

/** Prints the reports of a run to stdout, and writes the further ones. */
export async function printReports(
  reports: readonly Report[],
  { output, report }: { readonly output: 'text' | 'json'; readonly report: readonly ReportTarget[] },
): Promise<void> {
  if (output === 'json') process.stdout.write(jsonReport(reports));
  else for (const one of reports) process.stdout.write(textReport(one, process.stdout));
  await writeReports(reports, report, { version: ownVersion(), explanations: allExplanations });
}
