import type { ChartSource } from '@seatrial/compiler';
import { findChart } from './chart-entry.ts';

/** The charts that this machine does not hold, so that nobody can see their objects. An entry of this package of its own: it loads in no time. */
export function absentCharts(charts: readonly ChartSource[]): readonly ChartSource[] {
  return charts.filter((chart) => findChart(chart) === undefined);
}
