import { isRecord } from '../../objects/merge-patch.ts';
import type { KubernetesObject } from '../../objects/kubernetes-object.ts';
import type { Placement } from '../../resolved/placement.ts';

/** How many Pods a workload runs: `3`, or `3 to 10` where an autoscaler decides. */
export interface WorkloadSize {
  /** For example `Deployment api`. */
  readonly workload: string;
  readonly size: string;
}

const scaledKinds: ReadonlySet<string> = new Set(['Deployment', 'StatefulSet']);

export function workloadSizes(placement: Placement): WorkloadSize[] {
  const objects = placement.objects.map(({ object }) => object);
  return objects
    .filter(({ kind }) => scaledKinds.has(kind))
    .map((object) => ({
      workload: `${object.kind} ${object.metadata.name}`,
      size: autoscaled(objects, object) ?? String(spec(object)['replicas'] ?? 1),
    }));
}

function autoscaled(objects: readonly KubernetesObject[], workload: KubernetesObject): string | undefined {
  const scaler = objects.find((object) => {
    const target = spec(object)['scaleTargetRef'];
    return (
      object.kind === 'HorizontalPodAutoscaler' &&
      object.metadata.namespace === workload.metadata.namespace &&
      isRecord(target) &&
      target['kind'] === workload.kind &&
      target['name'] === workload.metadata.name
    );
  });
  if (scaler === undefined) return undefined;
  const { minReplicas = 1, maxReplicas } = spec(scaler);
  return `${String(minReplicas)} to ${String(maxReplicas)}`;
}

function spec(object: KubernetesObject): Readonly<Record<string, unknown>> {
  return isRecord(object['spec']) ? object['spec'] : {};
}
