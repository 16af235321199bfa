import { relative } from 'node:path';
import type { Tree } from '@nx/devkit';
import { kubernetesVersion } from './kubernetes-version.ts';

export interface ClusterOptions {
  readonly fleet: string;
  readonly name: string;
  readonly kubernetes?: string | number;
  readonly role?: string;
  readonly region?: string;
  readonly environments?: readonly string[];
}

/** `nx g @seatrial/nx-plugin:cluster lyon --fleet shop`: one more cluster of a fleet, as `seatrial init --cluster` adds it. */
export default async function cluster(
  tree: Tree,
  { fleet, name, kubernetes, environments = [], ...rest }: ClusterOptions,
): Promise<void> {
  const { addCluster, defaultsOfNewFleet, fleetFolder } = await import('@seatrial/cli');
  const source = fleetFolder(tree.root, fleet);
  if (!tree.exists(source.shown))
    throw new Error(`There is no fleet "${fleet}": ${source.shown} is missing.`);
  const version =
    kubernetes === undefined
      ? (await defaultsOfNewFleet(tree.root)).kubernetes
      : kubernetesVersion(kubernetes);
  const { file, text } = await addCluster(source, { name, kubernetes: version, environments, ...rest });
  tree.write(relative(tree.root, file), text);
}
