import { existsSync } from 'node:fs';
import { join } from 'node:path';
import {
  chartValueFiles,
  type Finding,
  type KubernetesObject,
  type Placement,
  type ResolvedChart,
  type ResolvedFleet,
} from '@seatrial/compiler';
import { HelmError } from '../helm/run-helm.ts';
import { renderChart, type ChartRendering } from '../helm/render-chart.ts';
import { renderRemembered } from '../load/render-remembered.ts';
import { compareObjects } from './compare-objects.ts';

/** A chart of one placement that helm can render, and how. */
export interface ChartToVerify {
  readonly placement: Placement;
  readonly chart: ResolvedChart;
  readonly rendering: ChartRendering;
}

/** Renders a chart from the value files of the committed tree, and compares that with what the model's values give. */
export async function verifyChart(
  fleet: ResolvedFleet,
  repository: string,
  { placement, chart, rendering }: ChartToVerify,
): Promise<readonly Finding[]> {
  const { application, environment, cluster } = placement;
  const place = {
    fleet: fleet.name,
    application,
    environment,
    cluster,
    model: ['applications', application, 'charts', chart.component],
  };
  const paths = chartValueFiles(fleet, placement, chart);
  const lost = paths.find((path) => !existsSync(join(repository, path)));
  if (lost !== undefined) return [unrendered(`${lost} is missing`, chart, placement, place)];
  const fromTree = { ...rendering, values: {}, valueFiles: paths.map((path) => join(repository, path)) };
  try {
    const compare = (actual: readonly KubernetesObject[]) =>
      compareObjects({ expected: chart.objects ?? [], actual, maker: 'helm', place });
    const findings = compare(await renderRemembered(fromTree));
    if (findings.length === 0) return [];
    // A chart that makes passwords or certificates differs from itself: what another rendering of the model's own
    // values changes says nothing about the tree.
    const chance = new Set(compare(await renderChart(rendering)).map(keyOf));
    return findings.filter((finding) => !chance.has(keyOf(finding)));
  } catch (error) {
    if (!(error instanceof HelmError)) throw error;
    return [unrendered(error.message, chart, placement, place)];
  }
}

function keyOf({ code, place }: Finding): string {
  return JSON.stringify([code, place.object, place.field]);
}

function unrendered(
  reason: string,
  chart: ResolvedChart,
  placement: Placement,
  place: Finding['place'],
): Finding {
  return {
    code: 'SEA4005',
    severity: 'error',
    sentence: `helm cannot render the chart ${chart.component} of ${placement.name} from the tree: ${reason}`,
    hint: 'Run `seatrial compile`: a value file of the tree is missing or was changed.',
    place,
  };
}
