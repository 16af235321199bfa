import type { KubernetesObject } from '@seatrial/compiler';
import type { Refusal, Subject } from '../trial/subject.ts';
import { field, listAt } from '../trial/field.ts';

/** An object that the fleet's own policies refuse on a cluster, and what they say to it. */
export interface Forbidden {
  readonly object: KubernetesObject;
  readonly refusals: readonly Refusal[];
}

/** Breaks workloads of the fleet in the ways that policies forbid most, until one is refused; undefined: none is. */
export async function forbiddenObject(
  subject: Pick<Subject, 'refusals'>,
  cluster: string,
  objects: readonly KubernetesObject[],
): Promise<Forbidden | undefined> {
  for (const workload of objects.filter(({ kind }) => kind === 'Deployment')) {
    for (const spoil of [withLatestImage, withoutLabels, privileged]) {
      const object = spoil(named(workload));
      const refusals = await subject.refusals(cluster, object);
      if (refusals.length > 0) return { object, refusals };
    }
  }
  return undefined;
}

function named(object: KubernetesObject): KubernetesObject {
  return { ...object, metadata: { ...object.metadata, name: `${object.metadata.name}-forbidden` } };
}

function withContainers(
  object: KubernetesObject,
  change: (container: Record<string, unknown>) => Record<string, unknown>,
): KubernetesObject {
  const containers = listAt(object, 'spec', 'template', 'spec', 'containers') as Record<string, unknown>[];
  const template = field(object, 'spec', 'template') as Record<string, unknown>;
  const pod = { ...(template['spec'] as object), containers: containers.map(change) };
  return { ...object, spec: { ...(object['spec'] as object), template: { ...template, spec: pod } } };
}

function withLatestImage(object: KubernetesObject): KubernetesObject {
  return withContainers(object, (container) => ({
    ...container,
    image: `${String(container['image']).replace(/[:@][^/]*$/u, '')}:latest`,
  }));
}

function privileged(object: KubernetesObject): KubernetesObject {
  return withContainers(object, (container) => ({ ...container, securityContext: { privileged: true } }));
}

function withoutLabels(object: KubernetesObject): KubernetesObject {
  const { labels: _labels, ...metadata } = object.metadata;
  return { ...object, metadata };
}
