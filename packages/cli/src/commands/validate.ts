import { loadFleets } from '../load/load-fleets.ts';
import type { StartedModels } from '../load/start-models.ts';
import type { ReportTarget } from '../reports/report-target.ts';
import type { Selection } from '../workspace/selection.ts';
import { printReports } from './print-reports.ts';
import { validateOutcomes } from './validate-outcomes.ts';

export interface ValidateOptions extends Selection {
  readonly output: 'text' | 'json';
  readonly report: readonly ReportTarget[];
}

/** `seatrial validate`: everything that can be known of a fleet's objects before they are merged. */
export async function validate(started: StartedModels, options: ValidateOptions): Promise<number> {
  const began = performance.now();
  const outcomes = await loadFleets(started, { charts: true });
  const { reports, unloaded, code } = await validateOutcomes(outcomes, started.workspace, options, began);
  await printReports(reports, options, unloaded);
  return code;
}
