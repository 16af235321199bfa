import type { ResolvedChart } from '../../resolved/chart.ts';
import type { ResolvedFleet } from '../../resolved/fleet.ts';
import type { Placement } from '../../resolved/placement.ts';
import { chartValueFiles } from '../kustomize/index.ts';

export type Source = Readonly<Record<string, unknown>> & { readonly repoURL: string };

/** Name by which the value files of a chart refer to the fleet's repository. */
const treeReference = 'tree';

/** Everything that one Application is made from: the fleet's own tree first, then its charts. */
export function sourcesOf(fleet: ResolvedFleet, placement: Placement): Source[] {
  const charts = placement.charts.map((chart) => chartSource(fleet, placement, chart));
  const referred = placement.charts.some((chart) => chartValueFiles(fleet, placement, chart).length > 0);
  if (placement.folder === undefined && !referred) return charts;
  const tree = {
    repoURL: fleet.repository,
    targetRevision: placement.revision,
    ...(placement.folder === undefined ? {} : { path: `${fleet.tree}/${placement.folder}` }),
    ...(referred ? { ref: treeReference } : {}),
  };
  return [tree, ...charts];
}

function chartSource(fleet: ResolvedFleet, placement: Placement, chart: ResolvedChart): Source {
  const files = chartValueFiles(fleet, placement, chart).map((file) => `$${treeReference}/${file}`);
  const helm = { releaseName: chart.release, ...(files.length === 0 ? {} : { valueFiles: files }) };
  const { source } = chart;
  return 'git' in source
    ? { repoURL: source.git, targetRevision: source.revision, path: source.path, helm }
    : { repoURL: helmRepository(source.repository), chart: source.chart, targetRevision: source.version, helm };
}

/** Argo CD names a Helm repository in an OCI registry without the scheme; with it, it would expect plain manifests. */
export function helmRepository(url: string): string {
  return url.replace(/^oci:\/\//, '');
}
