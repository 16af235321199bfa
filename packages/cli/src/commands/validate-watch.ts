import { join, relative } from 'node:path';
import type { ResolvedFleet } from '@seatrial/compiler';
import { reportError } from '../error-boundary.ts';
import { loadFleets, type FleetOutcome } from '../load/load-fleets.ts';
import { textReport, verdict } from '../reports/text-report.ts';
import { lastingTools } from '../validate/lasting-tools.ts';
import { watchChanges } from '../watch/changes.ts';
import { tellChanges } from '../watch/tell-changes.ts';
import { watchedModels } from '../watch/watched-models.ts';
import { selectFleets } from '../workspace/select-fleets.ts';
import { findWorkspace } from '../workspace/workspace.ts';
import { printReports } from './print-reports.ts';
import { validateOutcomes, type Validation } from './validate-outcomes.ts';
import type { ValidateOptions } from './validate.ts';

/** Milliseconds without a change after which a validation begins. */
const settling = 30;

/**
 * `seatrial validate --watch`: validates, then again whenever something changes that the models are made of, until it is
 * interrupted. Everything is reported once; after a change, what was found.
 */
export async function watchValidation(
  patterns: readonly string[],
  options: ValidateOptions,
): Promise<number> {
  const { root } = findWorkspace(process.cwd());
  const folder = join(root, 'environments');
  const changes = watchChanges(folder, settling);
  const tools = lastingTools();
  const models = watchedModels();

  const run = async (began: number): Promise<Validation> => {
    const workspace = findWorkspace(root);
    const started = models.start(workspace, await selectFleets(workspace, patterns));
    const outcomes = (await loadFleets(started, { charts: true })).map(kept);
    changes.add(await models.filesOf(started, outcomes));
    fleets = outcomes.flatMap((outcome) => ('loaded' in outcome ? [outcome.loaded.fleet] : []));
    try {
      return await validateOutcomes(outcomes, workspace, options, began, tools);
    } catch (error) {
      // What a broken model would have brought may be all that is missing.
      if (fleets.length === outcomes.length) throw error;
      await reportError(error);
      return { reports: [], unloaded: [], code: 0 };
    }
  };
  const print = ({ reports, unloaded }: Validation, text: typeof verdict): Promise<void> =>
    printReports(reports, options, unloaded, text);
  const kept = (outcome: FleetOutcome): FleetOutcome => {
    if ('error' in outcome) return outcome;
    const { source, loaded } = outcome;
    return { source, loaded: { ...loaded, fleet: tools.keep(`the fleet ${source.name}`, loaded.fleet) } };
  };
  let fleets: readonly ResolvedFleet[] = [];

  // What is wrong with the command itself ends it; a model is there to be corrected.
  try {
    await print(await run(0), textReport);
  } catch (error) {
    await changes.end();
    await tools.end();
    throw error;
  }
  const shown = relative(process.cwd(), folder) || folder;
  process.stderr.write(`Watching ${shown} and what the models take from elsewhere; Ctrl-C ends it.\n`);
  models.getReady();
  for (const fleet of fleets) await tools.warmUp(fleet).catch(() => undefined);
  for (;;) {
    const { paths, at } = await changes.next();
    tellChanges(paths, root);
    try {
      await print(await run(at), verdict);
    } catch (error) {
      await reportError(error);
    }
    models.getReady();
  }
}
