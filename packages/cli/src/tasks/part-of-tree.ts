import { recordPath, type ResolvedFleet } from '@seatrial/compiler';
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

/**
 * The files of a tree that a verdict on a part hangs on: a stale one makes the verdict one of something else. Paths are
 * relative to the tree; a finding without one is of the tree's folder itself.
 */
export function filesOfParts({
  placements,
  argoCd: { instances },
}: ResolvedFleet): (part: FleetPart) => (file: string | undefined) => boolean {
  const placed = Map.groupBy(placements, ({ cluster }) => cluster);
  const foldersOf = (cluster: string): readonly string[] => [
    `${cluster}/`,
    ...new Set((placed.get(cluster) ?? []).map(({ application }) => `base/${application}/`)),
    // What Argo CD is told lies on the cluster that it runs on, beside the cluster's own objects.
    ...instances.filter((instance) => instance.cluster === cluster).map(({ folder }) => `${folder}/`),
  ];
  const foldersOfPart = (part: FleetPart): readonly string[] => {
    switch (part.kind) {
      case 'fleet':
        return [''];
      case 'cluster':
        return foldersOf(part.cluster);
      case 'argo-cd':
        return ['argo-cd/', ...instances.flatMap(({ cluster }) => foldersOf(cluster))];
    }
  };
  return (part) => {
    const folders = foldersOfPart(part);
    // A damaged record says nothing of any file.
    return (file) =>
      file === undefined || file === recordPath || folders.some((folder) => file.startsWith(folder));
  };
}
