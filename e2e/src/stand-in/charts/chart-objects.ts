import { createHash } from 'node:crypto';
import type { KubernetesObject, Placement, ResolvedChart } from '@seatrial/compiler';
import { goJson } from './go-json.ts';
import { nameOf } from './chart-files.ts';

/** Key in a chart's values for what the rehearsal tells the chart that stands in. */
export const valuesKey = 'seatrialRehearsal';

/** What the rehearsal tells the chart that stands in. */
export interface ToldByValues {
  /** Of every object that the chart makes itself. */
  readonly labels: Readonly<Record<string, string>>;
  /** Objects that differ from cluster to cluster. */
  readonly objects: readonly KubernetesObject[];
}

/** The values of a chart with what the rehearsal adds. */
export function valuesWith(chart: ResolvedChart, told: ToldByValues): Readonly<Record<string, unknown>> {
  return { ...chart.values, [valuesKey]: told };
}

/** The ConfigMap that the chart's template makes: what it says of the values is what helm has of them. */
export function valuesConfigMap(
  chart: ResolvedChart,
  placement: Placement,
  { labels }: ToldByValues,
): KubernetesObject {
  const { [valuesKey]: _, ...values } = chart.values;
  const { name, version } = nameOf(chart.source);
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: `${chart.release}-values`, namespace: placement.namespace, labels },
    data: { chart: name, version, values: createHash('sha256').update(goJson(values)).digest('hex') },
  };
}
