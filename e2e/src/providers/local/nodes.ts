import type { KubernetesObject } from '@seatrial/compiler';
import type { Kubernetes } from '../../kubernetes/kubernetes.ts';
import type { ClusterRequest } from '../../lab/lab.ts';

/** As many as a region has zones: what is to be spread over zones or hosts has where to go. */
const zones = ['a', 'b', 'c'];

/** Nodes that kwok plays: nothing runs on them, and nothing fills them. */
export function nodesOf({ name, region = name }: ClusterRequest): KubernetesObject[] {
  return zones.map((zone) => {
    const node = `${name}-${zone}`;
    return {
      apiVersion: 'v1',
      kind: 'Node',
      metadata: {
        name: node,
        labels: {
          'kubernetes.io/hostname': node,
          'kubernetes.io/os': 'linux',
          'kubernetes.io/arch': 'amd64',
          'node.kubernetes.io/instance-type': 'kwok',
          'topology.kubernetes.io/region': region,
          'topology.kubernetes.io/zone': `${region}${zone}`,
        },
      },
    };
  });
}

/** kwok's own volume stage provides for one class only; these get the provider's own. */
export function storageClassesOf({ storageClasses }: ClusterRequest): KubernetesObject[] {
  return storageClasses.map((name) => ({
    apiVersion: 'storage.k8s.io/v1',
    kind: 'StorageClass',
    metadata: { name },
    provisioner: 'kwok.x-k8s.io/volume',
    reclaimPolicy: 'Delete',
    volumeBindingMode: 'Immediate',
  }));
}

/** A kwok that was killed holds the leases of its nodes for 40 s more: the next one would leave them alone until then. */
export async function forgetNodeLeases(kubernetes: Kubernetes, request: ClusterRequest): Promise<void> {
  await Promise.all(
    nodesOf(request).map(({ metadata: { name } }) =>
      kubernetes.delete({
        apiVersion: 'coordination.k8s.io/v1',
        kind: 'Lease',
        namespace: 'kube-node-lease',
        name,
      }),
    ),
  );
}
