import type { Finding, Placement, ResolvedFleet } from '@seatrial/compiler';
import type { ValidateResult } from '@seatrial/validator';
import type { LocatedFinding } from '../findings/located-finding.ts';
import { exitCodeOf } from '../findings/print-findings.ts';
import type { LoadedFleet } from '../load/load-fleet.ts';
import { locateInFleet, reportOfPlacements } from '../reports/report-of-fleet.ts';
import { textReport } from '../reports/text-report.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { EarlyEngine } from './early-engine.ts';
import type { FleetPart, TaskResult } from './fleet-task.ts';
import type { FleetWithTasks, Results } from './run-fleet-tasks.ts';
import { textOfFleet } from './text-of-fleet.ts';
import { validateParts } from './validate-parts.ts';

/** Validates parts of fleets with one engine: one result for each part. */
export async function runValidations(
  fleets: readonly FleetWithTasks[],
  workspace: Workspace,
  engine: EarlyEngine,
  results: Results,
): Promise<void> {
  if (fleets.length === 0) return;
  const began = performance.now();
  const validated = await validateParts(
    fleets.map(({ loaded, tasks }) => ({ loaded, parts: tasks.map(({ part }) => part) })),
    workspace.root,
    engine,
  );
  const seconds = (performance.now() - began) / 1000;
  for (const { loaded, tasks } of fleets) {
    const lines = await linesOf(
      tasks.flatMap(({ part }) => validated.get(part)?.findings ?? []),
      loaded,
      workspace,
    );
    const placements = Map.groupBy(loaded.fleet.placements, ({ cluster }) => cluster);
    for (const task of tasks) {
      const result = validated.get(task.part);
      const { part } = task;
      // The placements of a whole fleet have verdicts of their own.
      const own = part.kind === 'cluster' ? (placements.get(part.cluster) ?? []) : [];
      if (result !== undefined) results.set(task, resultOf(part, loaded.fleet, own, result, lines, seconds));
    }
  }
}

/** The lines of findings, looked up in one go: the sources of a fleet are read once. */
async function linesOf(
  findings: readonly Finding[],
  loaded: LoadedFleet,
  workspace: Workspace,
): Promise<ReadonlyMap<Finding, LocatedFinding>> {
  const located = await locateInFleet(findings, loaded, workspace);
  return new Map(findings.map((finding, index) => [finding, located[index] ?? finding]));
}

function resultOf(
  part: FleetPart,
  fleet: ResolvedFleet,
  placements: readonly Placement[],
  { findings, coverage }: ValidateResult,
  lines: ReadonlyMap<Finding, LocatedFinding>,
  seconds: number,
): TaskResult {
  const located = findings.map((finding) => lines.get(finding) ?? finding);
  const report = { ...reportOfPlacements(fleet, placements, located, coverage), seconds };
  const text = part.kind === 'fleet' ? textOfFleet : textReport;
  return { text: text(report, process.stdout), code: exitCodeOf(report.findings), report };
}
