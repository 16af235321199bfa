import type { Finding } from '../findings/finding.ts';
import type { ResolvedCapacity } from '../resolved/capacity.ts';
import type { ResolvedCluster } from '../resolved/cluster.ts';
import { compact } from './compact.ts';
import { exactKubernetesVersion, knownKubernetesVersions } from './kubernetes-version.ts';
import type { ClusterModel } from './place.ts';

export function resolveCluster(name: string, cluster: ClusterModel, findings: Finding[]): ResolvedCluster {
  const version = exactKubernetesVersion(cluster.kubernetes);
  if (version === undefined) {
    findings.push({
      code: 'SEA1020',
      severity: 'error',
      sentence: `clusters.${name}.kubernetes: Kubernetes ${cluster.kubernetes} is not known`,
      hint: `write one of ${knownKubernetesVersions.join(', ')}, or an exact patch release of one of them`,
      place: { cluster: name, model: ['clusters', name, 'kubernetes'] },
    });
  }
  return {
    name,
    kubernetes: {
      minor: cluster.kubernetes.split('.').slice(0, 2).join('.'),
      version: version ?? cluster.kubernetes,
    },
    ...(cluster.role === undefined ? {} : { role: cluster.role }),
    ...(cluster.region === undefined ? {} : { region: cluster.region }),
    labels: cluster.labels ?? {},
    environments: cluster.environments ?? [],
    ...(cluster.server === undefined ? {} : { server: cluster.server }),
    ...(cluster.capacity === undefined ? {} : { capacity: resolveCapacity(cluster.capacity) }),
    ...(cluster.storageClasses === undefined ? {} : { storageClasses: cluster.storageClasses }),
  };
}

function resolveCapacity({
  cpu,
  memory,
  ...counts
}: NonNullable<ClusterModel['capacity']>): ResolvedCapacity {
  return { cpu: String(cpu), memory: String(memory), ...compact(counts) };
}
