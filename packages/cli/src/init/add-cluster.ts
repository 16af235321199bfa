import { literalAt } from '../findings/model-place.ts';
import { UserError } from '../workspace/user-error.ts';
import type { FleetFolder } from '../workspace/workspace.ts';
import { quoted } from './quoted.ts';

/** What a cluster is made from. */
export interface NewCluster {
  readonly name: string;
  /** `1.34` */
  readonly kubernetes: string;
  /** `active`, `standby` or `hub`; absent: none of them. */
  readonly role?: string;
  readonly region?: string;
  readonly environments: readonly string[];
}

/** A source of a fleet as it is to be written. */
export interface ChangedSource {
  /** Absolute path. */
  readonly file: string;
  readonly text: string;
}

/**
 * Adds a cluster to those of a fleet, in whatever file they are written down; everything else there stays as it is, its
 * comments and its form included.
 * @throws UserError for a name that is none or is taken, and for clusters that are computed
 */
export async function addCluster(fleet: FleetFolder, cluster: NewCluster): Promise<ChangedSource> {
  if (!/^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/.test(cluster.name)) {
    throw new UserError(
      `"${cluster.name}" cannot be the name of a cluster.`,
      'Use small letters, digits and hyphens, at most 63, with a letter or digit at both ends.',
    );
  }
  const name = /^[a-z]\w*$/.test(cluster.name) ? cluster.name : quoted(cluster.name);
  const initializer = textOf(cluster);
  const clusters = literalAt(fleet.file, ['clusters']);
  if (clusters === undefined) {
    throw new UserError(
      `${fleet.shown}: clusters are not written down as an object.`,
      `Add it by hand: \`${name}: ${initializer}\`.`,
    );
  }
  if (clusters.names.includes(cluster.name))
    throw new UserError(`${fleet.shown} has a cluster "${cluster.name}" already.`, 'Choose another name.');
  return clusters.add(name, initializer);
}

function textOf({ kubernetes, role, region, environments }: NewCluster): string {
  const list = environments.map(quoted).join(', ');
  const fields = [
    `kubernetes: ${quoted(kubernetes)}`,
    ...(role === undefined ? [] : [`role: ${quoted(role)}`]),
    ...(region === undefined ? [] : [`region: ${quoted(region)}`]),
    ...(environments.length === 0 ? [] : [`environments: [${list}]`]),
  ];
  return `{ ${fields.join(', ')} }`;
}
