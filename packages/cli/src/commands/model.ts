import type { ResolvedFleet } from '@seatrial/compiler';
import { printData } from '../findings/print-data.ts';
import { loadFleets } from '../load/load-fleets.ts';
import type { StartedModels } from '../load/start-models.ts';
import { exitCodeOf, printFindings } from '../findings/print-findings.ts';
import { reportError } from '../error-boundary.ts';
import { placementFilter, type Selection } from '../workspace/selection.ts';
import { exitCodes } from '../workspace/user-error.ts';

export interface ModelOptions extends Selection {
  readonly output: 'json' | 'yaml';
}

/** `seatrial model`: prints the resolved fleet, a list of them when there are several. */
export async function model(started: StartedModels, options: ModelOptions): Promise<number> {
  const { workspace } = started;
  const outcomes = await loadFleets(started, { charts: true });
  let code: number = exitCodes.fine;
  const resolved: ResolvedFleet[] = [];
  for (const outcome of outcomes) {
    if ('error' in outcome) {
      code = Math.max(code, await reportError(outcome.error));
      continue;
    }
    const { loaded } = outcome;
    const findings = [...loaded.findings, ...loaded.chartFindings];
    await printFindings(findings, loaded.source, workspace, process.stderr);
    code = Math.max(code, exitCodeOf(findings));
    resolved.push(loaded.fleet);
  }
  const isSelected = await placementFilter(resolved, options);
  const selected = resolved.map((fleet) => ({ ...fleet, placements: fleet.placements.filter(isSelected) }));
  if (selected.length > 0) printData(selected.length === 1 ? selected[0] : selected, options.output);
  return code;
}
