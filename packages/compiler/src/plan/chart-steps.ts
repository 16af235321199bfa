import type { ResolvedChart } from '../resolved/chart.ts';
import type { ResolvedFleet } from '../resolved/fleet.ts';
import type { Placement } from '../resolved/placement.ts';
import { jsonChanges } from './json-changes.ts';
import type { ChartStep } from './plan-step.ts';

interface PlacedChart {
  readonly placement: Placement;
  readonly chart: ResolvedChart;
}

/** Whether the objects of a chart are known on both sides, or on the only side that has it. */
export function chartsKnownIn(
  ...fleets: readonly ResolvedFleet[]
): (placement: Placement, chart: ResolvedChart) => boolean {
  const unknown = new Set(
    fleets.flatMap((fleet) =>
      [...chartsOf(fleet)].flatMap(([key, { chart }]) => (chart.objects === undefined ? [key] : [])),
    ),
  );
  return (placement, chart) => !unknown.has(keyOf(placement, chart));
}

/** What becomes of the charts whose objects are not known. */
export function chartSteps(
  before: ResolvedFleet,
  after: ResolvedFleet,
  isKnown: (placement: Placement, chart: ResolvedChart) => boolean,
): ChartStep[] {
  const old = chartsOf(before);
  const young = chartsOf(after);
  const keys = [...new Set([...young.keys(), ...old.keys()])];
  return keys.flatMap((key) => {
    const [former, now] = [old.get(key), young.get(key)];
    const placed = now ?? former;
    if (placed === undefined || isKnown(placed.placement, placed.chart)) return [];
    const changes = former === undefined || now === undefined ? [] : changesOf(former.chart, now.chart);
    if (former !== undefined && now !== undefined && changes.length === 0) return [];
    const { placement, chart } = placed;
    return [
      {
        action: former === undefined ? 'create' : now === undefined ? 'delete' : 'change',
        cluster: placement.cluster,
        owner: placement.name,
        component: chart.component,
        release: chart.release,
        changes,
      } as const,
    ];
  });
}

function changesOf(before: ResolvedChart, after: ResolvedChart) {
  const facts = ({ source, release, values }: ResolvedChart) => ({ source, release, values });
  return jsonChanges(facts(before), facts(after));
}

function chartsOf(fleet: ResolvedFleet): Map<string, PlacedChart> {
  return new Map(
    fleet.placements.flatMap((placement) =>
      placement.charts.map((chart) => [keyOf(placement, chart), { placement, chart }] as const),
    ),
  );
}

function keyOf(placement: Placement, chart: ResolvedChart): string {
  return JSON.stringify([placement.name, chart.component]);
}
