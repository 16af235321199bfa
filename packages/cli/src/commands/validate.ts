import { reportError } from '../error-boundary.ts';
import { exitCodeOf } from '../findings/print-findings.ts';
import { loadFleets } from '../load/load-fleets.ts';
import type { StartedModels } from '../load/start-models.ts';
import type { Report } from '../reports/report.ts';
import { reportOfError } from '../reports/report-of-error.ts';
import { reportOfFleet } from '../reports/report-of-fleet.ts';
import type { ReportTarget } from '../reports/report-target.ts';
import { validateFleets } from '../validate/validate-fleets.ts';
import { placementFilter, type Selection } from '../workspace/selection.ts';
import { exitCodes } from '../workspace/user-error.ts';
import { printReports } from './print-reports.ts';

export interface ValidateOptions extends Selection {
  readonly output: 'text' | 'json';
  readonly report: readonly ReportTarget[];
}

/** `seatrial validate`: everything that can be known of a fleet's objects before they are merged. */
export async function validate(started: StartedModels, options: ValidateOptions): Promise<number> {
  const began = performance.now();
  const { workspace } = started;
  const outcomes = await loadFleets(started, { charts: true });
  let code: number = exitCodes.fine;
  const unloaded: Report[] = [];
  for (const outcome of outcomes) {
    if (!('error' in outcome)) continue;
    code = Math.max(code, await reportError(outcome.error));
    const report = await reportOfError(outcome.error);
    if (report !== undefined) unloaded.push(report);
  }
  const loaded = outcomes.flatMap((outcome) => ('loaded' in outcome ? [outcome.loaded] : []));
  const isSelected = await placementFilter(
    loaded.map(({ fleet }) => fleet),
    options,
  );
  const results = await validateFleets(loaded, workspace.root, options, isSelected);
  const reports: Report[] = [];
  for (const { loaded: one, result } of results) {
    const report = await reportOfFleet(one, result, workspace, isSelected);
    reports.push({ ...report, seconds: (performance.now() - began) / 1000 });
  }
  await printReports(reports, options, unloaded);
  return Math.max(code, ...reports.map(({ findings }) => exitCodeOf(findings)));
}
