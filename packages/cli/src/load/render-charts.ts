import { availableParallelism } from 'node:os';
import type { Finding, KubernetesObject, ResolvedChart, ResolvedFleet } from '@seatrial/compiler';
import { installedSchemas, type SchemaKind } from '@seatrial/validator';
import pLimit from 'p-limit';
import { findChart } from '../cache/chart-entry.ts';
import { describeChart } from '../cache/chart-source.ts';
import type { ChartRendering } from '../helm/render-chart.ts';
import { HelmError } from '../helm/run-helm.ts';
import { renderRemembered } from './render-remembered.ts';
import { capabilitiesOf, servedKinds } from './served-kinds.ts';

/** A fleet whose charts hold their objects wherever the cache has the chart, and what helm refused. */
export interface RenderedFleet {
  readonly fleet: ResolvedFleet;
  /** How each chart that has objects was rendered. */
  readonly renderings: ReadonlyMap<ResolvedChart, ChartRendering>;
  readonly findings: readonly Finding[];
}

/**
 * Renders the charts that the cache holds with the real helm, each with its cluster's version and capabilities.
 * @throws MissingFromCache when helm or the schemas of a cluster are not prepared
 */
export async function renderCharts(fleet: ResolvedFleet): Promise<RenderedFleet> {
  if (!fleet.placements.some(({ charts }) => charts.some(({ source }) => findChart(source) !== undefined))) {
    return { fleet, renderings: new Map(), findings: [] };
  }
  const limit = pLimit(availableParallelism());
  const rendered = new Map<ResolvedChart, Rendered>();
  const renderings = new Map<ResolvedChart, ChartRendering>();
  const findings: Finding[] = [];
  await Promise.all(
    fleet.clusters.map(async (cluster) => {
      const placements = fleet.placements.filter((placement) => placement.cluster === cluster.name);
      const jobs = placements.flatMap((placement) => placement.charts.map((chart) => ({ placement, chart })));
      const known = await servedKinds(cluster, placements);
      let served: readonly SchemaKind[] = known;
      // Charts ask which kinds a cluster serves, and other charts bring them: the second round knows those, too.
      for (let round = 0; round < 2; round += 1) {
        const capabilities = capabilitiesOf(served);
        const results = await Promise.all(
          jobs.map((job) => limit(() => render(job, cluster.kubernetes.version, capabilities, findings))),
        );
        results.forEach((result) => result !== undefined && rendered.set(result.chart, result));
        const withCharts = [
          ...known,
          ...installedSchemas(results.flatMap((result) => result?.objects ?? [])).kinds,
        ];
        if (capabilitiesOf(withCharts).length === capabilities.length) break;
        served = withCharts;
      }
    }),
  );
  const placements = fleet.placements.map((placement) => ({
    ...placement,
    charts: placement.charts.map((chart) => {
      const result = rendered.get(chart);
      if (result === undefined) return chart;
      const whole = { ...chart, objects: [...result.objects] };
      renderings.set(whole, result.rendering);
      return whole;
    }),
  }));
  return { fleet: { ...fleet, placements }, renderings, findings: distinct(findings) };
}

interface Rendered {
  readonly chart: ResolvedChart;
  readonly rendering: ChartRendering;
  readonly objects: readonly KubernetesObject[];
}

interface Job {
  readonly placement: ResolvedFleet['placements'][number];
  readonly chart: ResolvedChart;
}

async function render(
  { placement, chart }: Job,
  kubernetesVersion: string,
  apiVersions: readonly string[],
  findings: Finding[],
): Promise<Rendered | undefined> {
  const chartPath = findChart(chart.source);
  if (chartPath === undefined) return undefined;
  const { release, values } = chart;
  const rendering = {
    chartPath,
    release,
    namespace: placement.namespace,
    kubernetesVersion,
    apiVersions,
    values,
  };
  try {
    return { chart, rendering, objects: await renderRemembered(rendering) };
  } catch (error) {
    if (!(error instanceof HelmError)) throw error;
    const { application, environment, cluster } = placement;
    findings.push({
      code: 'SEA6004',
      severity: 'error',
      sentence: `helm cannot render ${describeChart(chart.source)} for ${placement.name}: ${error.message}`,
      hint: 'Correct the values of the chart in the model, or its version.',
      place: {
        application,
        environment,
        cluster,
        model: ['applications', application, 'charts', chart.component],
      },
    });
    return undefined;
  }
}

/** The two rounds may fail in the same way. */
function distinct(findings: readonly Finding[]): readonly Finding[] {
  return [...new Map(findings.map((finding) => [finding.sentence, finding])).values()];
}
