import type { KubernetesObject } from '../../objects/kubernetes-object.ts';
import { groupOf } from '../../objects/object-id.ts';
import type { ForeignBase } from '../../resolved/application.ts';
import type { ResolvedObject } from '../../resolved/object.ts';
import { customize } from './customize.ts';
import { relativePath } from './folders.ts';
import type { LabelsField } from './kustomization.ts';
import { labelKeys, withoutLabels } from './labels.ts';
import { type Layer, ownOnly } from './layer.ts';

/**
 * A Kustomize folder of the author's, as the base of an application takes it in. The compiler knows what kustomize
 * builds of it, not how: a folder with `configurations`, `vars` or `openapi` of its own may change what our fields and
 * patches do, and where it renames objects (`namePrefix`, generated names) kustomize mends references among all objects
 * of the build at its end, ours too. Only `verify` sees that.
 */
export interface ForeignLayer extends Layer {
  readonly component: string;
  /** False: its objects are written out, because kustomize would change references between them. */
  readonly usesFolder: boolean;
}

export interface ForeignOptions {
  /** Folder of this layer, from the repository's root. */
  readonly at: string;
  readonly namespace: string;
  /** Labels that the base gives to all its objects. */
  readonly laterLabels: readonly LabelsField[];
}

export function foreignLayer(
  { component, path, objects }: ForeignBase,
  targets: readonly ResolvedObject[],
  { at, namespace, laterLabels }: ForeignOptions,
): ForeignLayer {
  const brought = objects as readonly KubernetesObject[];
  const build = {
    objects: brought,
    foreign: new Set(brought),
    sharedLabels: new Set(labelKeys(brought)),
    formerNamespaces: new Map(),
  };
  const namespaceField =
    brought.some(({ metadata }) => metadata.namespace === undefined) &&
    brought.every((object) => isPlainlyNamespaced(object)) &&
    targets.every(({ object }) => object.metadata.namespace === namespace);
  const customization = customize(build, targets, { namespace, namespaceField, laterLabels });
  if (customization !== undefined) {
    return { component, folders: [relativePath(at, path)], customization, usesFolder: true };
  }
  const bare = targets.map((resolved) => ({
    ...resolved,
    object: withoutLabels(resolved.object, laterLabels) ?? resolved.object,
  }));
  return { component, folders: [], customization: ownOnly(bare), usesFolder: false };
}

/** Namespaced kinds in which kustomize's `namespace:` sets the object's own namespace and nothing else. */
const plainKinds: Readonly<Record<string, readonly string[]>> = {
  '': [
    'ConfigMap',
    'LimitRange',
    'PersistentVolumeClaim',
    'Pod',
    'ResourceQuota',
    'Secret',
    'Service',
    'ServiceAccount',
  ],
  apps: ['DaemonSet', 'Deployment', 'ReplicaSet', 'StatefulSet'],
  autoscaling: ['HorizontalPodAutoscaler'],
  batch: ['CronJob', 'Job'],
  'networking.k8s.io': ['Ingress', 'NetworkPolicy'],
  policy: ['PodDisruptionBudget'],
  'rbac.authorization.k8s.io': ['Role'],
};

function isPlainlyNamespaced({ apiVersion, kind, metadata }: KubernetesObject): boolean {
  return metadata.namespace === undefined && plainKinds[groupOf(apiVersion)]?.includes(kind) === true;
}
