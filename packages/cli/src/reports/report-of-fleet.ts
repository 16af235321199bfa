import type { Finding, Placement, ResolvedFleet } from '@seatrial/compiler';
import type { Coverage, ValidateResult } from '@seatrial/validator';
import type { IsSelected } from '../workspace/selection.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { generatedPlaces } from '../findings/generated-place.ts';
import { locateFindings, type LocatedFinding } from '../findings/located-finding.ts';
import { modelPathsOf } from '../findings/model-paths.ts';
import { chartsByReference } from '../load/charts-by-reference.ts';
import type { LoadedFleet } from '../load/load-fleet.ts';
import type { Report } from './report.ts';

/** The report of one validated fleet: its findings with their lines, and what was not looked at. */
export async function reportOfFleet(
  loaded: LoadedFleet,
  { findings, coverage }: ValidateResult,
  workspace: Workspace,
  isSelected: IsSelected,
): Promise<Omit<Report, 'seconds'>> {
  const { fleet } = loaded;
  const located = await locateInFleet(findings, loaded, workspace);
  return reportOfPlacements(fleet, fleet.placements.filter(isSelected), located, coverage);
}

/** Findings of a fleet with their lines in the model and in the tree. */
export function locateInFleet(
  findings: readonly Finding[],
  { fleet, source }: LoadedFleet,
  workspace: Workspace,
): Promise<readonly LocatedFinding[]> {
  const findGenerated = generatedPlaces(fleet, workspace.root);
  return locateFindings(findings, source, workspace, findGenerated, modelPathsOf(fleet));
}

/** The report of some placements of a fleet, with findings whose lines are known. */
export function reportOfPlacements(
  fleet: ResolvedFleet,
  placements: readonly Placement[],
  findings: readonly LocatedFinding[],
  coverage: readonly Coverage[],
): Omit<Report, 'seconds'> {
  return {
    subject: { kind: 'fleet', name: fleet.name },
    findings,
    coverage,
    units: placements.map(({ name, cluster, objects, charts }) => ({
      name,
      cluster,
      objects: charts.reduce((sum, chart) => sum + (chart.objects?.length ?? 0), objects.length),
    })),
    notRendered: chartsByReference(placements).map(({ chart, placements: units, reason }) => ({
      what: chart,
      reason,
      units,
    })),
  };
}
