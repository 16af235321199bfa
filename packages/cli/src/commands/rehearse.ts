import { join } from 'node:path';
import { progressTo, rehearse as carryOut, summaryOf, writeReports } from '@seatrial/e2e';
import { reportError } from '../error-boundary.ts';
import { loadFleets } from '../load/load-fleets.ts';
import type { StartedModels } from '../load/start-models.ts';
import type { RehearsalOptions } from '../rehearse/rehearsal-options.ts';
import { rehearseFleet } from '../rehearse/rehearse-fleet.ts';
import { exitCodes } from '../workspace/user-error.ts';

const tools = { rehearse: carryOut, progressTo, writeReports, summaryOf };

/** `seatrial rehearse`: takes fleets out on real control planes, one after the other. */
export async function rehearse(started: StartedModels, options: RehearsalOptions): Promise<number> {
  const outcomes = await loadFleets(started, { charts: true });
  let code: number = exitCodes.fine;
  for (const outcome of outcomes) {
    const { name } = outcome.source;
    const report =
      options.report !== undefined && outcomes.length > 1 ? join(options.report, name) : options.report;
    const settings = report === undefined ? options : { ...options, report };
    try {
      if ('error' in outcome) throw outcome.error;
      code = Math.max(code, await rehearseFleet(outcome.loaded, started.workspace, settings, tools));
    } catch (error) {
      code = Math.max(code, await reportError(error));
    }
    if (code === exitCodes.interrupted) break;
  }
  return code;
}
