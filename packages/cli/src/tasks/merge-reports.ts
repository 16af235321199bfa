import type { Coverage } from '@seatrial/validator';
import type { NotRendered, Report } from '../reports/report.ts';

/** All that several tasks have said of one fleet, as one report. */
export function mergeReports(reports: readonly Report[]): Report | undefined {
  const [first] = reports;
  if (first === undefined) return undefined;
  const coverage = Map.groupBy(
    reports.flatMap((report) => report.coverage),
    ({ cluster }) => cluster,
  );
  const notRendered = Map.groupBy(
    reports.flatMap((report) => report.notRendered),
    ({ what, reason }) => `${what}\0${reason}`,
  );
  return {
    subject: first.subject,
    findings: reports.flatMap(({ findings }) => findings),
    coverage: [...coverage.values()]
      .map((parts) => parts.reduce(joinCoverage))
      .toSorted((a, b) => (a.cluster < b.cluster ? -1 : 1)),
    units: reports.flatMap(({ units }) => units),
    notRendered: [...notRendered.values()].map((parts) => parts.reduce(joinNotRendered)),
    seconds: Math.max(...reports.map(({ seconds }) => seconds)),
  };
}

/** The objects of two parts are different ones; policies and rules look at the whole cluster in both. */
function joinCoverage(one: Coverage, other: Coverage): Coverage {
  const rules = [...one.notChecked, ...other.notChecked].map(
    (rule) => [`${rule.rule}\0${rule.reason}`, rule] as const,
  );
  return {
    ...one,
    total: one.total + other.total,
    checked: one.checked + other.checked,
    unchecked: [...one.unchecked, ...other.unchecked],
    policies: one.policies.reviewed >= other.policies.reviewed ? one.policies : other.policies,
    notChecked: [...new Map(rules).values()],
  };
}

function joinNotRendered(one: NotRendered, other: NotRendered): NotRendered {
  return { ...one, units: [...one.units, ...other.units] };
}
