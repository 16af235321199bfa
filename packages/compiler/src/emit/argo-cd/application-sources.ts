import type { ResolvedChart } from '../../resolved/chart.ts';
import type { ResolvedFleet } from '../../resolved/fleet.ts';
import type { Placement } from '../../resolved/placement.ts';
import { chartValueFiles } from '../kustomize/chart-values.ts';

export type Source = Readonly<Record<string, unknown>> & { readonly repoURL: string };

/** Name by which the value files of a chart refer to the fleet's repository. */
const treeReference = 'tree';

/** Everything that one Application is made from: the fleet's own tree first, then its charts. */
export function sourcesOf(fleet: ResolvedFleet, placement: Placement): Source[] {
  const valueFiles = placement.charts.map((chart) => chartValueFiles(fleet, placement, chart));
  const referred = valueFiles.some((files) => files.length > 0);
  const charts = placement.charts.map((chart, index) => chartSource(chart, valueFiles[index] ?? []));
  if (placement.folder === undefined && !referred) return charts;
  const tree = {
    repoURL: fleet.repository,
    targetRevision: placement.revision,
    ...(placement.folder === undefined ? {} : { path: `${fleet.tree}/${placement.folder}` }),
    ...(referred ? { ref: treeReference } : {}),
  };
  return [tree, ...charts];
}

function chartSource({ source, release }: ResolvedChart, valueFiles: readonly string[]): Source {
  const helm = {
    releaseName: release,
    ...(valueFiles.length === 0 ? {} : { valueFiles: valueFiles.map((file) => `$${treeReference}/${file}`) }),
  };
  return 'git' in source
    ? { repoURL: source.git, targetRevision: source.revision, path: source.path, helm }
    : {
        repoURL: helmRepository(source.repository),
        chart: source.chart,
        targetRevision: source.version,
        helm,
      };
}

/** Argo CD names a Helm repository in an OCI registry without the scheme; with it, it would expect plain manifests. */
export function helmRepository(url: string): string {
  return url.replace(/^oci:\/\//, '');
}
