import type { Coverage } from '@seatrial/validator';
import { countFindings } from '../findings/print-findings.ts';
import { placements, textOfFindings } from '../findings/text-of-findings.ts';
import type { NotRendered, Report, ReportedUnit } from './report.ts';

/** A report for a person at a terminal. */
export function textReport(report: Report, stream: NodeJS.WriteStream): string {
  const { subject, coverage, units, notRendered, note } = report;
  return [
    verdict(report, stream),
    ...(subject.kind === 'repository' ? [textOfRoots(units)] : []),
    ...(note === undefined ? [] : [`  ${note}\n`]),
    ...coverage.map(textOfCoverage),
    ...notRendered.map(textOfNotRendered),
  ].join('');
}

/** The part of it that is worth reading again after every change: the findings, and how much was checked. */
export function verdict(
  { subject, findings, coverage, seconds }: Report,
  stream: NodeJS.WriteStream,
): string {
  const checked = coverage.reduce((sum, { checked: count }) => sum + count, 0);
  const total = coverage.reduce((sum, { total: count }) => sum + count, 0);
  const told = `${subject.name}: checked ${checked} of ${total} objects: ${countFindings(findings)}`;
  return `${textOfFindings(findings, stream)}${told} (${seconds.toFixed(2)} s)\n`;
}

/** A root with nothing in it is one that is not rendered, or that holds nothing. */
function textOfRoots(units: readonly ReportedUnit[]): string {
  const filled = units.filter(({ objects }) => objects > 0).length;
  return `  ${units.length === 1 ? '1 root' : `${units.length} roots`} found, ${filled} with objects\n`;
}

function textOfCoverage(covered: Coverage): string {
  const { cluster, kubernetes, checked, total, unchecked, policies, notChecked } = covered;
  const kinds = unchecked.map(({ apiVersion, kind, count }) => `${apiVersion} ${kind} (${count})`).join(', ');
  const missing = kinds === '' ? '' : `; no schema for: ${kinds}`;
  const { constraints, reviewed } = policies;
  const held = constraints === 0 ? '' : `, ${reviewed} held against ${constraints} constraints`;
  const rules = notChecked.map(
    ({ rule, reason, count }) => `    not checked: ${rule} (${count}): ${reason}\n`,
  );
  return [
    `  ${cluster} (Kubernetes ${kubernetes}): checked ${checked} of ${total}${held}${missing}\n`,
    ...rules,
  ].join('');
}

function textOfNotRendered({ what, reason, units }: NotRendered): string {
  const where = units.length === 0 ? '' : ` (${placements(units)})`;
  return `  not rendered: ${what}${where}: ${reason}\n`;
}
