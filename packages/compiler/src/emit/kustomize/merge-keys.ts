import type { KubernetesObject } from '../../objects/kubernetes-object.ts';
import { isRecord } from '../../objects/merge-patch.ts';

/**
 * The lists that kustomize's strategic merge takes element by element in some built-in kind, by field name, with the
 * keys that tell elements apart (none: the elements themselves are the keys). Every other list it replaces whole.
 * Read out of the OpenAPI document inside kustomize 5.8 (kyaml/openapi, Kubernetes 1.21): patch strategy `merge`.
 */
const mergeKeys: Readonly<Record<string, readonly string[]>> = {
  addresses: ['type'],
  conditions: ['type'],
  configMapGenerator: ['name'],
  containers: ['name'],
  drivers: ['name'],
  env: ['name'],
  ephemeralContainers: ['name'],
  finalizers: [],
  hostAliases: ['ip'],
  imagePullSecrets: ['name'],
  initContainers: ['name'],
  ownerReferences: ['uid'],
  podCIDRs: [],
  podIPs: ['ip'],
  ports: ['containerPort', 'port', 'protocol'],
  secretGenerator: ['name'],
  secrets: ['name'],
  topologySpreadConstraints: ['topologyKey', 'whenUnsatisfiable'],
  volumeDevices: ['devicePath'],
  volumeMounts: ['mountPath'],
  volumes: ['name'],
  webhooks: ['name'],
};

export function isMergedList(field: string): boolean {
  return Object.hasOwn(mergeKeys, field);
}

/** Path to the pod of the built-in workloads that kustomize has a schema of. */
const podPaths: Readonly<Record<string, readonly string[]>> = {
  'v1 Pod': ['spec'],
  'v1 ReplicationController': ['spec', 'template', 'spec'],
  'apps/v1 DaemonSet': ['spec', 'template', 'spec'],
  'apps/v1 Deployment': ['spec', 'template', 'spec'],
  'apps/v1 ReplicaSet': ['spec', 'template', 'spec'],
  'apps/v1 StatefulSet': ['spec', 'template', 'spec'],
  'batch/v1 CronJob': ['spec', 'jobTemplate', 'spec', 'template', 'spec'],
  'batch/v1 Job': ['spec', 'template', 'spec'],
};

/** The JSON pointers of the lists that a strategic merge of this object surely takes element by element, and their key. */
export function keyedLists(object: KubernetesObject): ReadonlyMap<string, string> {
  const path = podPaths[`${object.apiVersion} ${object.kind}`];
  if (path === undefined) return new Map();
  const pod = `/${path.join('/')}`;
  return new Map([
    [`${pod}/containers`, 'name'],
    [`${pod}/initContainers`, 'name'],
    [`${pod}/volumes`, 'name'],
    [`${pod}/containers/*/env`, 'name'],
    [`${pod}/initContainers/*/env`, 'name'],
    [`${pod}/containers/*/volumeMounts`, 'mountPath'],
    [`${pod}/initContainers/*/volumeMounts`, 'mountPath'],
  ]);
}

const known = new WeakMap<KubernetesObject, boolean>();

/**
 * Whether a strategic merge leaves alone what its patch does not name. kustomize walks the whole object: it drops an
 * element whose keys an earlier one has, takes `$patch` for an order, and so may change lists that no patch mentions.
 */
export function survivesStrategicMerge(object: KubernetesObject): boolean {
  const remembered = known.get(object);
  if (remembered !== undefined) return remembered;
  const survives = isLeftAlone(object, '');
  known.set(object, survives);
  return survives;
}

function isLeftAlone(value: object, field: string): boolean {
  if (Array.isArray(value)) {
    if (isMergedList(field) && !hasDistinctKeys(value, mergeKeys[field]!)) return false;
    return value.every(
      (element) => typeof element !== 'object' || element === null || isLeftAlone(element, ''),
    );
  }
  const fields = value as Readonly<Record<string, unknown>>;
  for (const name in fields) {
    if (name === '$patch') return false;
    const child = fields[name];
    if (typeof child === 'object' && child !== null && !isLeftAlone(child, name)) return false;
  }
  return true;
}

function hasDistinctKeys(elements: readonly unknown[], keys: readonly string[]): boolean {
  if (elements.length === 0) return true;
  if (keys.length === 0)
    return allDistinct(elements) && elements.every((element) => typeof element === 'string');
  if (!elements.every(isRecord)) return false;
  const present = keys.filter((key) => elements.some((element) => Object.hasOwn(element, key)));
  const complete = present.every((key) => elements.every((element) => isKey(element[key])));
  return (
    complete && present.length > 0 && allDistinct(elements.map((element) => String(element[present[0]!])))
  );
}

function isKey(value: unknown): boolean {
  return (typeof value === 'string' && value !== '') || typeof value === 'number';
}

function allDistinct(values: readonly unknown[]): boolean {
  return new Set(values).size === values.length;
}
