import type { KubernetesObject } from '../../objects/kubernetes-object.ts';
import { groupOf } from '../../objects/object-id.ts';
import { isRecord } from '../../objects/merge-patch.ts';

export type Labels = Readonly<Record<string, unknown>>;

/** What to make of the labels at one place; `undefined` stands for none. */
export type MapLabels = (labels: Labels | undefined) => Labels | undefined;

/**
 * Paths to the metadata beside the object's own that a `labels:` entry with `includeTemplates` writes to, where `*` is
 * every element of a list. kustomize makes what is missing on the way. Kinds without a group are matched in any group.
 * Source: kustomize api/internal/konfig/builtinpluginconsts/metadatalabels.go.
 */
function templatePaths({ apiVersion, kind }: KubernetesObject): readonly (readonly string[])[] {
  const group = groupOf(apiVersion);
  const template = ['spec', 'template', 'metadata'];
  switch (kind) {
    case 'Deployment':
    case 'ReplicaSet':
    case 'DaemonSet':
      return [template];
    case 'ReplicationController':
      return /(^|\/)v1$/.test(apiVersion) ? [template] : [];
    case 'StatefulSet':
      return group === 'apps' ? [template, ['spec', 'volumeClaimTemplates', '*', 'metadata']] : [];
    case 'Job':
      return group === 'batch' ? [template] : [];
    case 'CronJob':
      return group === 'batch'
        ? [
            ['spec', 'jobTemplate', 'metadata'],
            ['spec', 'jobTemplate', 'spec', 'template', 'metadata'],
          ]
        : [];
    default:
      return [];
  }
}

/** The object with its own labels mapped, and with `templates` those of its templates too. Undefined for an odd shape. */
export function mapLabels(
  object: KubernetesObject,
  map: MapLabels,
  templates: boolean,
): KubernetesObject | undefined {
  const paths = templates ? [['metadata'], ...templatePaths(object)] : [['metadata']];
  let mapped: unknown = object;
  for (const path of paths) {
    mapped = mapAt(mapped, path, map);
    if (mapped === undefined) return undefined;
  }
  return mapped as KubernetesObject;
}

/** The labels of every template that a `labels:` entry reaches; undefined where one has none. */
export function templateLabels(object: KubernetesObject): readonly (Labels | undefined)[] {
  const found: (Labels | undefined)[] = [];
  for (const path of templatePaths(object)) {
    mapAt(object, path, (labels) => {
      found.push(labels);
      return labels;
    });
  }
  return found;
}

/** Maps `labels` of the metadata at the end of the path; makes maps on the way, and drops those that stay empty. */
function mapAt(value: unknown, path: readonly string[], map: MapLabels): unknown {
  const [step, ...rest] = path;
  if (step === '*') {
    if (value === undefined) return [];
    if (!Array.isArray(value)) return undefined;
    const elements = value.map((element) => mapAt(element, rest, map));
    return elements.includes(undefined) ? undefined : elements;
  }
  if (value !== undefined && !isRecord(value)) return undefined;
  if (step === undefined) {
    const labels = value?.labels;
    if (labels !== undefined && !isRecord(labels)) return undefined;
    return withField(value, 'labels', map(labels));
  }
  const child = value?.[step];
  if (child === undefined && rest[0] === '*') return value ?? {};
  const mapped = mapAt(child, rest, map);
  if (mapped === undefined) return undefined;
  return withField(value, step, isEmpty(mapped) && !isEmpty(child) ? undefined : mapped);
}

function withField(
  map: Record<string, unknown> | undefined,
  name: string,
  value: unknown,
): Record<string, unknown> {
  if (map?.[name] === value) return map ?? {};
  const { [name]: _old, ...others } = map ?? {};
  return value === undefined ? others : { ...map, [name]: value };
}

function isEmpty(value: unknown): boolean {
  return isRecord(value) && Object.keys(value).length === 0;
}
