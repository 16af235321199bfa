import { relative } from 'node:path';
import type { Tree } from '@nx/devkit';
import { kubernetesVersion } from './kubernetes-version.ts';

export interface FleetOptions {
  readonly name: string;
  readonly repository?: string;
  readonly kubernetes?: string | number;
}

/** `nx g @seatrial/nx-plugin:fleet shop`: the smallest fleet, as `seatrial init` writes it. */
export default async function fleet(
  tree: Tree,
  { name, kubernetes, repository }: FleetOptions,
): Promise<void> {
  const { checkFleetName, defaultsOfNewFleet, fleetFolder, smallestFleet } = await import('@seatrial/cli');
  checkFleetName(name);
  const { file, shown } = fleetFolder(tree.root, name);
  const path = relative(tree.root, file);
  if (tree.exists(path))
    throw new Error(`${shown} is there already; nothing was written. Choose another name.`);
  const defaults = await defaultsOfNewFleet(tree.root);
  const given = {
    repository: repository ?? defaults.repository,
    kubernetes: kubernetes === undefined ? defaults.kubernetes : kubernetesVersion(kubernetes),
  };
  tree.write(path, smallestFleet({ name, ...given }));
}
