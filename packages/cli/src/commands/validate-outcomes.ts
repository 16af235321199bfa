import { reportError } from '../error-boundary.ts';
import { exitCodeOf } from '../findings/print-findings.ts';
import type { FleetOutcome } from '../load/load-fleets.ts';
import type { Report } from '../reports/report.ts';
import { reportOfError } from '../reports/report-of-error.ts';
import { reportOfFleet } from '../reports/report-of-fleet.ts';
import { validateFleets } from '../validate/validate-fleets.ts';
import type { ValidationTools } from '../validate/validation-tools.ts';
import { placementFilter, type Selection } from '../workspace/selection.ts';
import { exitCodes } from '../workspace/user-error.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** What a validation of several fleets has to say. */
export interface Validation {
  readonly reports: readonly Report[];
  /** Of the fleets that do not load. A person has read that on stderr by then. */
  readonly unloaded: readonly Report[];
  readonly code: number;
}

/**
 * Validates the fleets that load, and says on stderr why the others do not.
 * @param began when the time of the reports begins, on the clock of `performance.now()`
 * @throws UserError for a selection that names nothing; MissingFromCache
 */
export async function validateOutcomes(
  outcomes: readonly FleetOutcome[],
  workspace: Workspace,
  selection: Selection,
  began: number,
  tools?: ValidationTools,
): Promise<Validation> {
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
    selection,
  );
  const results = await validateFleets(loaded, workspace.root, selection, isSelected, tools);
  const reports: Report[] = [];
  for (const { loaded: one, result } of results) {
    const report = await reportOfFleet(one, result, workspace, isSelected);
    reports.push({ ...report, seconds: (performance.now() - began) / 1000 });
  }
  return { reports, unloaded, code: Math.max(code, ...reports.map(({ findings }) => exitCodeOf(findings))) };
}
