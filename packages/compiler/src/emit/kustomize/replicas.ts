import type { KubernetesObject } from '../../objects/kubernetes-object.ts';
import { isRecord } from '../../objects/merge-patch.ts';
import type { ReplicaField } from './kustomization.ts';
import type { Change } from './pairs.ts';

/** What a `replicas:` entry reaches, in any group and namespace (kustomize api/internal/konfig/builtinpluginconsts/replicas.go). */
const scaledKinds: ReadonlySet<string> = new Set([
  'Deployment',
  'ReplicaSet',
  'ReplicationController',
  'StatefulSet',
]);

/** The `replicas:` entries that change every replica count as the placement wants it and touch no other object of that name. */
export function chooseReplicas(
  changed: readonly Change[],
  targets: readonly KubernetesObject[],
): readonly ReplicaField[] {
  const entries = new Map<string, ReplicaField>();
  for (const { base, target } of changed) {
    const count = countOf(target);
    const { name } = target.metadata;
    if (!scaledKinds.has(target.kind) || count === undefined || count === countOf(base) || entries.has(name))
      continue;
    if (base.kind !== target.kind || !isRecord(base.spec)) continue;
    const reached = targets.filter((object) => scaledKinds.has(object.kind) && object.metadata.name === name);
    if (reached.every((object) => countOf(object) === count)) entries.set(name, { name, count });
  }
  return [...entries.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

export function withReplicas(object: KubernetesObject, entries: readonly ReplicaField[]): KubernetesObject {
  if (!scaledKinds.has(object.kind) || !isRecord(object.spec)) return object;
  const entry = entries.find(({ name }) => name === object.metadata.name);
  return entry === undefined ? object : { ...object, spec: { ...object.spec, replicas: entry.count } };
}

function countOf(object: KubernetesObject): number | undefined {
  const replicas = isRecord(object.spec) ? object.spec.replicas : undefined;
  return Number.isSafeInteger(replicas) ? (replicas as number) : undefined;
}
