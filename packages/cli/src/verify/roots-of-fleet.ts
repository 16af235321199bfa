import { join } from 'node:path';
import {
  argoCdObjects,
  type KubernetesObject,
  type Place,
  type Placement,
  type ResolvedFleet,
} from '@seatrial/compiler';

/** A folder that kustomize builds, and what it has to yield. */
export interface Root {
  /** Absolute path. */
  readonly folder: string;
  readonly place: Place;
  readonly expected: readonly KubernetesObject[];
}

/** The folders of the placements that are built by kustomize. */
export function placementRoots(
  fleet: ResolvedFleet,
  root: string,
  placements: readonly Placement[],
): readonly Root[] {
  return placements.flatMap(({ folder, application, environment, cluster, objects }) => {
    if (folder === undefined) return [];
    const place = {
      fleet: fleet.name,
      cluster,
      environment,
      application,
      file: `${folder}/kustomization.yaml`,
    };
    return [{ folder: join(root, fleet.tree, folder), place, expected: objects.map(({ object }) => object) }];
  });
}

/** The folders that the Argo CDs of a fleet sync themselves from. */
export function engineRoots(fleet: ResolvedFleet, root: string): readonly Root[] {
  const objects = argoCdObjects(fleet).filter(({ listed }) => listed);
  return fleet.argoCd.instances.flatMap(({ folder, cluster }) => {
    const expected = objects.filter(({ file }) => file.startsWith(`${folder}/`)).map(({ object }) => object);
    if (expected.length === 0) return [];
    const place = { fleet: fleet.name, cluster, file: `${folder}/kustomization.yaml` };
    return [{ folder: join(root, fleet.tree, folder), place, expected }];
  });
}
