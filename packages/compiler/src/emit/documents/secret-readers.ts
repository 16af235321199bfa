import { isRecord } from '../../objects/merge-patch.ts';
import type { KubernetesObject } from '../../objects/kubernetes-object.ts';
import type { Placement } from '../../resolved/placement.ts';

/** A workload that reads a Secret, and whether its Pods see a new value only after a restart. */
export interface SecretReader {
  readonly kind: string;
  readonly name: string;
  /** True for environment variables and for mounts with a subPath: the kubelet fixes both when the Pod starts. */
  readonly restart: boolean;
}

/** Workloads of the placement whose Pods read the Secret of this name in the namespace. */
export function secretReaders(placement: Placement, secret: string, namespace: string): SecretReader[] {
  return placement.objects.flatMap(({ object }) => {
    const pod = object.metadata.namespace === namespace ? podSpec(object) : undefined;
    if (pod === undefined) return [];
    const volumes = records(pod['volumes']).filter((volume) => findReference(volume, secret, ['secret']));
    const inEnvironment = findReference(containers(pod), secret, ['secretRef', 'secretKeyRef']);
    if (!inEnvironment && volumes.length === 0) return [];
    const restart = inEnvironment || volumes.some((volume) => mountedByPart(pod, volume['name']));
    return [{ kind: object.kind, name: object.metadata.name, restart }];
  });
}

function mountedByPart(pod: Readonly<Record<string, unknown>>, volume: unknown): boolean {
  return containers(pod)
    .flatMap((container) => records(container['volumeMounts']))
    .some((mount) => mount['name'] === volume && mount['subPath'] !== undefined);
}

/** The specification of the Pods that an object makes, however deep its kind keeps it. */
function podSpec(object: KubernetesObject): Readonly<Record<string, unknown>> | undefined {
  if (object.kind === 'Pod') return record(object['spec']);
  const spec = record(object['spec']);
  const template =
    record(spec?.['template']) ?? record(record(record(spec?.['jobTemplate'])?.['spec'])?.['template']);
  const pod = record(template?.['spec']);
  return Array.isArray(pod?.['containers']) ? pod : undefined;
}

function containers(pod: Readonly<Record<string, unknown>>): Record<string, unknown>[] {
  return [...records(pod['containers']), ...records(pod['initContainers'])];
}

function records(value: unknown): Record<string, unknown>[] {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}

function findReference(value: unknown, secret: string, keys: readonly string[]): boolean {
  if (Array.isArray(value)) return value.some((each) => findReference(each, secret, keys));
  if (!isRecord(value)) return false;
  return Object.entries(value).some(
    ([key, member]) =>
      (keys.includes(key) &&
        isRecord(member) &&
        (member['name'] === secret || member['secretName'] === secret)) ||
      findReference(member, secret, keys),
  );
}

function record(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return isRecord(value) ? value : undefined;
}
