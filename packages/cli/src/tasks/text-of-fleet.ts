import { countFindings } from '../findings/print-findings.ts';
import { textOfFindings } from '../findings/text-of-findings.ts';
import type { Report } from '../reports/report.ts';

/** For a person: what was found of clusters beside each other, where no object is looked at alone. */
export function textOfFleet(report: Report, stream: NodeJS.WriteStream): string {
  const { subject, findings, coverage, seconds } = report;
  const clusters = coverage.length === 1 ? '1 cluster' : `${coverage.length} clusters beside each other`;
  const rules = coverage.flatMap(({ cluster, notChecked }) =>
    notChecked.map(
      ({ rule, reason, count }) => `  not checked on ${cluster}: ${rule} (${count}): ${reason}\n`,
    ),
  );
  return [
    textOfFindings(findings, stream),
    `${subject.name}: ${clusters}: ${countFindings(findings)} (${seconds.toFixed(2)} s)\n`,
    ...rules,
  ].join('');
}
