import type { ResolvedFleet, TreeFacts, TreePart } from '@seatrial/compiler';
import type { IsSelected } from '../workspace/selection.ts';
import { UserError } from '../workspace/user-error.ts';
import type { FleetPart } from './fleet-task.ts';

/** Which placements a verdict on a part is about. @throws UserError for a cluster that the model does not have */
export function placementsOf(part: FleetPart, { clusters }: ResolvedFleet): IsSelected {
  switch (part.kind) {
    case 'fleet':
      return () => true;
    case 'argo-cd':
      return () => false;
    case 'cluster':
      if (!clusters.some(({ name }) => name === part.cluster)) {
        throw new UserError(
          `There is no cluster "${part.cluster}" in the model.`,
          'Remove its folder from the tree, or add the cluster to the model.',
        );
      }
      return ({ cluster }) => cluster === part.cluster;
  }
}

/** The files and facts of a tree that a verdict on a part hangs on: a stale one makes the verdict one of something else. */
export function treePartOf(part: FleetPart, facts: TreeFacts): TreePart {
  switch (part.kind) {
    case 'fleet':
      return { holds: () => true, clusters: [], wholeRecord: true };
    case 'cluster':
      return partOfClusters([part.cluster], facts);
    case 'argo-cd': {
      const hubs = Object.entries(facts.clusters).filter(([, { argoCd }]) => argoCd !== undefined);
      const { holds, ...rest } = partOfClusters(
        hubs.map(([name]) => name),
        facts,
      );
      return { ...rest, holds: (file) => file.startsWith('argo-cd/') || holds(file) };
    }
  }
}

function partOfClusters(names: readonly string[], { clusters }: TreeFacts): TreePart {
  const folders = names.flatMap((name) => {
    const { applications = [], argoCd } = clusters[name] ?? {};
    return [
      `${name}/`,
      ...applications.map((application) => `base/${application}/`),
      // What Argo CD is told lies on the cluster that it runs on, beside the cluster's own objects.
      ...(argoCd === undefined ? [] : [`${argoCd}/`]),
    ];
  });
  return {
    holds: (file) => folders.some((folder) => file.startsWith(folder)),
    clusters: names,
    wholeRecord: false,
  };
}
