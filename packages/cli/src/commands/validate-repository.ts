import { exitCodeOf } from '../findings/print-findings.ts';
import type { Report } from '../reports/report.ts';
import type { ReportTarget } from '../reports/report-target.ts';
import { validateRepository as validatePath } from '../repository/validate-repository.ts';
import { printReports } from './print-reports.ts';

export interface ValidateRepositoryOptions {
  readonly output: 'text' | 'json';
  readonly report: readonly ReportTarget[];
  readonly kubernetesVersion?: string;
}

/** Seconds that one kustomization may take: Argo CD itself gives up after 90. */
const secondsEach = 60;

/** `seatrial validate PATH`: a repository, or a folder or file of one, that needs no model. */
export async function validateRepository(
  paths: readonly string[],
  { output, report, kubernetesVersion }: ValidateRepositoryOptions,
): Promise<number> {
  const reports: Report[] = [];
  for (const path of paths) {
    const began = performance.now();
    const made = await validatePath(path, {
      secondsEach,
      progress,
      ...(kubernetesVersion === undefined ? {} : { kubernetesVersion }),
    });
    reports.push({ ...made, seconds: (performance.now() - began) / 1000 });
  }
  await printReports(reports, { output, report });
  return Math.max(...reports.map(({ findings }) => exitCodeOf(findings)));
}

/** One line on a terminal, written over and over; nothing in a log. */
function progress(done: number, total: number): void {
  if (!process.stderr.isTTY || (done % 10 !== 0 && done !== total)) return;
  process.stderr.write(done === total ? '\r\u001B[K' : `\rrendered ${done} of ${total}`);
}
