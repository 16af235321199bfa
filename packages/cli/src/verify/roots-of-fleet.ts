import { join } from 'node:path';
import {
  emitArgoCd,
  type KubernetesObject,
  type Place,
  type Placement,
  type ResolvedFleet,
} from '@seatrial/compiler';
import { parse } from 'yaml';

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

/** An object that Argo CD itself is told, and the generated file that holds it. */
export interface EngineObject {
  readonly object: KubernetesObject;
  /** Relative to the tree. */
  readonly file: string;
  /** The cluster of that Argo CD. */
  readonly cluster: string;
  /** Whether the folder's kustomization lists it; the root is applied by hand. */
  readonly listed: boolean;
}

/** Everything that the Argo CDs of a fleet are told. */
export function engineObjects(fleet: ResolvedFleet): readonly EngineObject[] {
  const instances = fleet.argoCd.instances.toSorted((a, b) => b.folder.length - a.folder.length);
  return [...emitArgoCd(fleet)].flatMap(([file, text]) => {
    const instance = instances.find(({ folder }) => file.startsWith(`${folder}/`));
    if (instance === undefined || file === `${instance.folder}/kustomization.yaml`) return [];
    const listed = file !== `${instance.folder}/root.yaml`;
    return text
      .split(/^---$/m)
      .map((document) => parse(document) as KubernetesObject | null)
      .filter((object) => object !== null)
      .map((object) => ({ object, file, cluster: instance.cluster, listed }));
  });
}

/** The folders that the Argo CDs of a fleet sync themselves from. */
export function engineRoots(fleet: ResolvedFleet, root: string): readonly Root[] {
  const objects = engineObjects(fleet).filter(({ listed }) => listed);
  return fleet.argoCd.instances.flatMap(({ folder, cluster }) => {
    const expected = objects.filter(({ file }) => file.startsWith(`${folder}/`)).map(({ object }) => object);
    if (expected.length === 0) return [];
    const place = { fleet: fleet.name, cluster, file: `${folder}/kustomization.yaml` };
    return [{ folder: join(root, fleet.tree, folder), place, expected }];
  });
}
