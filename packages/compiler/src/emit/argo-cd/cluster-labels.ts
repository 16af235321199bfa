import type { ResolvedCluster } from '../../resolved/cluster.ts';
import type { ResolvedFleet } from '../../resolved/fleet.ts';

/** Label of the Secret of a cluster that carries the environment. */
export function environmentLabel(fleet: ResolvedFleet, environment: string): string {
  return `seatrial/${fleet.name}.${environment}`;
}

/** Labels that the Secret of a cluster must carry, so that clusters generators find it. */
export function clusterSecretLabels(fleet: ResolvedFleet, cluster: ResolvedCluster): Record<string, string> {
  return {
    ...cluster.labels,
    ...Object.fromEntries(
      cluster.environments.map((environment) => [environmentLabel(fleet, environment), 'true']),
    ),
  };
}

/**
 * Labels that select exactly these clusters among the candidates: that of the environment, and as few of the model's
 * as it takes. Undefined where labels cannot tell them apart.
 */
export function clusterSelector(
  fleet: ResolvedFleet,
  environment: string,
  wanted: readonly ResolvedCluster[],
  candidates: readonly ResolvedCluster[],
): Record<string, string> | undefined {
  const label = environmentLabel(fleet, environment);
  if (!wanted.every((cluster) => cluster.environments.includes(environment))) return undefined;
  const selector: Record<string, string> = { [label]: 'true' };
  let others = candidates.filter(
    (cluster) => cluster.environments.includes(environment) && !wanted.includes(cluster),
  );
  const common = Object.entries(wanted[0]?.labels ?? {})
    .filter(([key, value]) => wanted.every((cluster) => cluster.labels[key] === value))
    .sort(([left], [right]) => (left < right ? -1 : 1));
  while (others.length > 0) {
    const [best] = common
      .map(([key, value]) => ({
        key,
        value,
        left: others.filter((cluster) => cluster.labels[key] === value),
      }))
      .filter(({ left }) => left.length < others.length)
      .sort((one, other) => one.left.length - other.left.length);
    if (best === undefined) return undefined;
    selector[best.key] = best.value;
    others = best.left;
  }
  return selector;
}
