import type { Coverage, ValidateResult } from '@seatrial/validator';
import { reportError } from '../error-boundary.ts';
import { countFindings, exitCodeOf, findingsAsData, printFindings } from '../findings/report.ts';
import { chartsByReference, textOfReferences, type ChartByReference } from '../load/charts-by-reference.ts';
import type { LoadedFleet } from '../load/load-fleet.ts';
import { loadFleets } from '../load/load-fleets.ts';
import type { StartedModels } from '../load/start-models.ts';
import { validateFleets } from '../validate/validate-fleets.ts';
import { placementFilter, type Selection } from '../workspace/selection.ts';
import { exitCodes } from '../workspace/user-error.ts';
import type { Workspace } from '../workspace/workspace.ts';

export interface ValidateOptions extends Selection {
  readonly output: 'text' | 'json';
}

/** What was found of one fleet. */
interface Validated extends ValidateResult {
  readonly loaded: LoadedFleet;
  readonly notChecked: readonly ChartByReference[];
  readonly seconds: number;
}

/** `seatrial validate`: every object against the schema of its kind on its own cluster. */
export async function validate(started: StartedModels, options: ValidateOptions): Promise<number> {
  const began = performance.now();
  const { workspace } = started;
  const outcomes = await loadFleets(started, { charts: true });
  let code: number = exitCodes.fine;
  for (const outcome of outcomes)
    if ('error' in outcome) code = Math.max(code, await reportError(outcome.error));
  const loaded = outcomes.flatMap((outcome) => ('loaded' in outcome ? [outcome.loaded] : []));
  const isSelected = await placementFilter(
    loaded.map(({ fleet }) => fleet),
    options,
  );
  const results = await validateFleets(loaded, workspace.root, options, isSelected);
  const validated = loaded.map((one, index): Validated => {
    const { findings = [], coverage = [] } = results[index] ?? {};
    return {
      loaded: one,
      findings: [...one.findings, ...findings],
      coverage,
      notChecked: chartsByReference(one.fleet.placements.filter(isSelected)),
      seconds: (performance.now() - began) / 1000,
    };
  });
  await (options.output === 'json' ? printData(validated, workspace) : printText(validated, workspace));
  return Math.max(code, ...validated.map(({ findings }) => exitCodeOf(findings)));
}

async function printText(validated: readonly Validated[], workspace: Workspace): Promise<void> {
  for (const { loaded, findings, coverage, notChecked, seconds } of validated) {
    await printFindings(findings, loaded.source, workspace, process.stdout);
    const checked = coverage.reduce((sum, { checked: count }) => sum + count, 0);
    const total = coverage.reduce((sum, { total: count }) => sum + count, 0);
    process.stdout.write(
      `${loaded.fleet.name}: checked ${checked} of ${total} objects: ${countFindings(findings)} (${seconds.toFixed(2)} s)\n`,
    );
    for (const one of coverage) process.stdout.write(textOfCoverage(one, loaded));
    process.stdout.write(textOfReferences(notChecked));
  }
}

function textOfCoverage({ cluster, checked, total, unchecked }: Coverage, { fleet }: LoadedFleet): string {
  const version = fleet.clusters.find(({ name }) => name === cluster)?.kubernetes.version ?? '';
  const kinds = unchecked.map(({ apiVersion, kind, count }) => `${apiVersion} ${kind} (${count})`).join(', ');
  const missing = kinds === '' ? '' : `; no schema for: ${kinds}`;
  return `  ${cluster} (Kubernetes ${version}): checked ${checked} of ${total}${missing}\n`;
}

async function printData(validated: readonly Validated[], workspace: Workspace): Promise<void> {
  const fleets = await Promise.all(
    validated.map(async ({ loaded, findings, coverage, notChecked }) => ({
      fleet: loaded.fleet.name,
      findings: await findingsAsData(findings, loaded.source, workspace),
      coverage,
      notChecked,
    })),
  );
  process.stdout.write(
    `${JSON.stringify({ apiVersion: 'seatrial/v1', kind: 'Validation', fleets }, undefined, 2)}\n`,
  );
}
