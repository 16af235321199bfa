import type { LabCluster, StandIn } from './lab.ts';

/** The clusters that run another Kubernetes than the model names, for the report. */
export function kubernetesStandIns(
  clusters: readonly Pick<LabCluster, 'name' | 'version'>[],
  why: string,
): StandIn[] {
  return clusters
    .filter(({ version }) => !version.used.startsWith(`${version.wanted}.`))
    .map(({ name, version }) => ({
      what: 'Kubernetes',
      where: name,
      real: version.wanted,
      standIn: version.used,
      why,
    }));
}
