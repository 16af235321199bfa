import { exactKubernetesVersion, knownKubernetesVersions } from '@seatrial/compiler';
import { fieldAt, textAt } from '@seatrial/validator';
import { isKind } from '../engines/engine-kinds.ts';
import { UserError } from '../../workspace/user-error.ts';

/** The Kubernetes version that objects are checked against, and why that one. */
export interface ChosenVersion {
  /** Exact: `1.36.3`. */
  readonly version: string;
  /** A clause; empty for one that was asked for. */
  readonly reason: string;
}

/**
 * The version that was asked for, else the only one that the repository's own cluster definitions name (eksctl, Cluster
 * API), else the newest that is known.
 *
 * @throws UserError for a version that is not known
 */
export function chooseKubernetesVersion(
  asked: string | undefined,
  objects: Iterable<unknown>,
): ChosenVersion {
  if (asked !== undefined) {
    const version = exactKubernetesVersion(asked.replace(/^v/, ''));
    if (version !== undefined) return { version, reason: '' };
    throw new UserError(
      `There are no schemas of Kubernetes ${asked}.`,
      `Give one of ${knownKubernetesVersions.join(', ')}, or an exact patch release of one.`,
    );
  }
  const named = new Set([...objects].flatMap((object) => versionIn(object) ?? []));
  const [only, ...more] = [...named].flatMap((version) => exactKubernetesVersion(version) ?? []);
  if (only !== undefined && more.length === 0 && named.size === 1)
    return { version: only, reason: `checked for Kubernetes ${only}, as the cluster is defined here` };
  const newest = knownKubernetesVersions.at(-1) ?? '';
  return {
    version: exactKubernetesVersion(newest) ?? newest,
    reason: `checked for Kubernetes ${newest}, the newest that is known; --kubernetes-version chooses another`,
  };
}

function versionIn(object: unknown): string | undefined {
  const version = isKind(object, 'eksctl.io', 'ClusterConfig')
    ? fieldAt(object, 'metadata', 'version')
    : isKind(object, 'cluster.x-k8s.io', 'Cluster')
      ? textAt(object, 'spec', 'topology', 'version')
      : isKind(object, 'controlplane.cluster.x-k8s.io', 'KubeadmControlPlane')
        ? textAt(object, 'spec', 'version')
        : undefined;
  return typeof version === 'string' || typeof version === 'number'
    ? String(version).replace(/^v/, '')
    : undefined;
}
