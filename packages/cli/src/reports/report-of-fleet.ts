import type { ValidateResult } from '@seatrial/validator';
import type { IsSelected } from '../workspace/selection.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { generatedPlaces } from '../findings/generated-place.ts';
import { locateFindings } from '../findings/located-finding.ts';
import { modelPathsOf } from '../findings/model-paths.ts';
import { chartsByReference } from '../load/charts-by-reference.ts';
import type { LoadedFleet } from '../load/load-fleet.ts';
import type { Report } from './report.ts';

/** The report of one validated fleet: its findings with their lines, and what was not looked at. */
export async function reportOfFleet(
  { fleet, source }: LoadedFleet,
  { findings, coverage }: ValidateResult,
  workspace: Workspace,
  isSelected: IsSelected,
): Promise<Omit<Report, 'seconds'>> {
  const placements = fleet.placements.filter(isSelected);
  return {
    subject: { kind: 'fleet', name: fleet.name },
    findings: await locateFindings(
      findings,
      source,
      workspace,
      generatedPlaces(fleet, workspace.root),
      modelPathsOf(fleet),
    ),
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
