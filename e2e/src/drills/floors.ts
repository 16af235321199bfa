import type { KubernetesObject } from '@seatrial/compiler';

/** How many ready pods a workload has to have, as the model declares it. */
export interface Floor {
  readonly apiVersion: string;
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
  readonly pods: number;
  /** An autoscaler decides the number, and this is the least. */
  readonly autoscaled: boolean;
}

/** The floors of everything among these objects that has a number of pods. */
export function floorsOf(objects: readonly KubernetesObject[]): Floor[] {
  return objects
    .filter(({ kind }) => kind === 'Deployment' || kind === 'StatefulSet')
    .map((workload) => {
      const { apiVersion, kind, metadata } = workload;
      const least = objects.map((object) => leastOf(object, workload)).find((pods) => pods !== undefined);
      const { replicas = 1 } = workload['spec'] as { replicas?: number };
      return {
        apiVersion,
        kind,
        namespace: metadata.namespace ?? 'default',
        name: metadata.name,
        pods: least ?? replicas,
        autoscaled: least !== undefined,
      };
    });
}

/** The least number of pods that an autoscaler of the workload keeps; undefined for any other object. */
function leastOf(object: KubernetesObject, workload: KubernetesObject): number | undefined {
  if (object.kind !== 'HorizontalPodAutoscaler') return undefined;
  const { minReplicas = 1, scaleTargetRef } = object['spec'] as {
    minReplicas?: number;
    scaleTargetRef: { kind: string; name: string };
  };
  const same =
    scaleTargetRef.kind === workload.kind &&
    scaleTargetRef.name === workload.metadata.name &&
    object.metadata.namespace === workload.metadata.namespace;
  return same ? minReplicas : undefined;
}

/** What a live workload lacks of its floor, as one clause; undefined where nothing. `live` undefined: it is not there. */
export function shortfall(floor: Floor, live: KubernetesObject | undefined): string | undefined {
  const { readyReplicas = 0 } = (live?.['status'] ?? {}) as { readyReplicas?: number };
  if (live !== undefined && readyReplicas >= floor.pods) return undefined;
  const there = live === undefined ? 'is not there' : `has ${readyReplicas} of ${floor.pods} ready pods`;
  return `${floor.kind} ${floor.namespace}/${floor.name} ${there}`;
}
