import type { ChartSource } from '@seatrial/compiler';

/** `postgresql 16.2.0 from https://charts.example`, as messages name a chart. */
export function describeChart(source: ChartSource): string {
  return 'git' in source
    ? `the chart ${source.path} at ${source.revision} of ${source.git}`
    : `the chart ${source.chart} ${source.version} from ${source.repository}`;
}

/** Whether the source always stands for the same content, so that it is fetched once only. */
export function isFixed(source: ChartSource): boolean {
  if ('git' in source) return /^[0-9a-f]{40}$/.test(source.revision);
  return !source.repository.startsWith('file:') && /^v?\d+\.\d+\.\d+([-+].*)?$/.test(source.version);
}
