import type { ResolvedChart } from '../resolved/chart.ts';
import type { ResolvedCluster } from '../resolved/cluster.ts';
import type { ResolvedFleet } from '../resolved/fleet.ts';
import type { Placement } from '../resolved/placement.ts';
import { digestOfData } from './digest-of-data.ts';
import type { ClusterFacts } from './tree-facts.ts';

/** What the checks of one cluster's own objects hang on, beside the files of its tree and of its bases. */
export function clusterFacts(
  fleet: ResolvedFleet,
  cluster: ResolvedCluster,
  placements: readonly Placement[],
): ClusterFacts {
  const argoCd = fleet.argoCd.instances.find((instance) => instance.cluster === cluster.name)?.folder;
  return {
    kubernetes: cluster.kubernetes.version,
    applications: [...new Set(placements.map(({ application }) => application))].sort(),
    ...(argoCd === undefined ? {} : { argoCd }),
    facts: digestOfData({
      storageClasses: cluster.storageClasses,
      placements: placements.map(({ name, namespace, sync, charts }) => ({
        name,
        namespace,
        // The API server reads some fields in another way when it merges them itself.
        serverSideApply: sync.serverSideApply,
        options: sync.options,
        charts: charts.map(chartFacts),
      })),
      suppress: (fleet.suppress ?? []).filter((suppression) => mayBeOf(suppression, cluster, placements)),
    }),
  };
}

/** Without values, which stand in files of the tree, and without objects, which follow from the rest. */
function chartFacts({ values: _values, objects: _objects, ...chart }: ResolvedChart): unknown {
  return chart;
}

function mayBeOf(
  suppression: NonNullable<ResolvedFleet['suppress']>[number],
  { name }: ResolvedCluster,
  placements: readonly Placement[],
): boolean {
  const { cluster, environment, application } = suppression;
  if (cluster !== undefined && cluster !== name) return false;
  // What Argo CD itself is told has no environment and no application, and runs on a cluster all the same.
  if (environment === undefined && application === undefined) return true;
  return placements.some(
    (placement) =>
      (environment === undefined || environment === placement.environment) &&
      (application === undefined || application === placement.application),
  );
}
