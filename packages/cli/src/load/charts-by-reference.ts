import type { Placement } from '@seatrial/compiler';
import { describeChart } from '../cache/chart-source.ts';

/** A chart whose objects nobody has seen, so that nothing about them is checked. */
export interface ChartByReference {
  readonly chart: string;
  /** Placements that carry it. */
  readonly placements: readonly string[];
  readonly reason: string;
}

/** The charts of these placements that are carried by reference only, each once. */
export function chartsByReference(placements: readonly Placement[]): readonly ChartByReference[] {
  const charts = new Map<string, string[]>();
  for (const placement of placements) {
    for (const chart of placement.charts) {
      if (chart.objects !== undefined) continue;
      const name = describeChart(chart.source);
      charts.set(name, [...(charts.get(name) ?? []), placement.name]);
    }
  }
  return [...charts].map(([chart, names]) => ({
    chart,
    placements: names,
    reason: 'it is not in the cache',
  }));
}

/** One line a chart, for a person. */
export function textOfReferences(charts: readonly ChartByReference[]): string {
  return charts
    .map(({ chart, placements, reason }) => {
      const count = placements.length === 1 ? '1 placement' : `${placements.length} placements`;
      return `  not checked: ${chart} (${count}): ${reason}\n`;
    })
    .join('');
}
