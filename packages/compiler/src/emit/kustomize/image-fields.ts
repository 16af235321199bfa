import type { KubernetesObject } from '../../objects/kubernetes-object.ts';
import { isRecord } from '../../objects/merge-patch.ts';

type ReplaceImage = (image: string, path: string) => string;
type Fields = Readonly<Record<string, unknown>>;

const containerLists: ReadonlySet<string> = new Set(['containers', 'initContainers']);

/**
 * An object with its images replaced, in every field that a kustomize `images:` entry reaches: the `image` of each
 * element of a list called `containers` or `initContainers` at any depth of any object (custom resources too), and
 * `volumes[].image.reference` of a pod. Never in a CustomResourceDefinition. The same reference when nothing changes.
 * Undefined when kustomize would fail on the object's shape: then no `images:` entry may stand beside it.
 * Source: kustomize api/filters/imagetag, api/internal/konfig/builtinpluginconsts/images.go.
 */
export function mapImages(object: KubernetesObject, replace: ReplaceImage): KubernetesObject | undefined {
  if (object.kind === 'CustomResourceDefinition') return object;
  if (!hasPodShape(object.spec)) return undefined;
  try {
    return mapPodVolumes(mapContainers(object, '', replace) as KubernetesObject, replace);
  } catch (error) {
    if (error instanceof OddShape) return undefined;
    throw error;
  }
}

class OddShape extends Error {}

/** kustomize follows `spec.template.spec` whatever the kind, and fails where it meets a scalar or a list of scalars. */
function hasPodShape(spec: unknown): boolean {
  if (spec === undefined) return true;
  if (!isRecord(spec)) return false;
  const { template } = spec;
  if (template === undefined) return hasPodLists(spec);
  return (
    isRecord(template) &&
    hasPodLists(spec) &&
    (template.spec === undefined || (isRecord(template.spec) && hasPodLists(template.spec)))
  );
}

function hasPodLists(pod: Fields): boolean {
  const lists = [pod.containers, pod.initContainers, pod.volumes];
  return lists.every(
    (list) => list === undefined || (Array.isArray(list) && list.every((element) => isRecord(element))),
  );
}

function mapContainers(value: unknown, path: string, replace: ReplaceImage): unknown {
  if (Array.isArray(value))
    return mapList(value, (element, index) => mapContainers(element, `${path}/${index}`, replace));
  if (!isRecord(value)) return value;
  return mapFields(value, (field, name) => {
    if (typeof field !== 'object' || field === null) return field;
    const mapped = mapContainers(field, `${path}/${name}`, replace);
    if (!containerLists.has(name) || !Array.isArray(mapped)) return mapped;
    return mapList(mapped, (container, index) => mapImage(container, `${path}/${name}/${index}`, replace));
  });
}

function mapImage(container: unknown, path: string, replace: ReplaceImage): unknown {
  if (!isRecord(container)) throw new OddShape();
  if (!Object.hasOwn(container, 'image')) return container;
  return withText(container, 'image', `${path}/image`, replace);
}

function mapPodVolumes(object: KubernetesObject, replace: ReplaceImage): KubernetesObject {
  if (object.spec === undefined) return object;
  return mapFields(object, (spec, name) => {
    if (name !== 'spec') return spec;
    return mapFields(mapVolumes(spec as Fields, '/spec', replace), (template, part) => {
      if (part !== 'template' || !isRecord(template) || !isRecord(template.spec)) return template;
      return mapFields(template, (pod, key) =>
        key === 'spec' ? mapVolumes(pod as Fields, '/spec/template/spec', replace) : pod,
      );
    });
  }) as KubernetesObject;
}

function mapVolumes(pod: Fields, path: string, replace: ReplaceImage): Fields {
  if (!Array.isArray(pod.volumes) || !pod.volumes.some((volume: Fields) => Object.hasOwn(volume, 'image')))
    return pod;
  const volumes = mapList(pod.volumes, (volume: unknown, index) =>
    mapFields(volume as Fields, (source, name) => {
      if (name !== 'image') return source;
      if (!isRecord(source)) throw new OddShape();
      if (!Object.hasOwn(source, 'reference')) return source;
      return withText(source, 'reference', `${path}/volumes/${index}/image/reference`, replace);
    }),
  );
  return volumes === pod.volumes ? pod : { ...pod, volumes };
}

function withText(fields: Fields, name: string, path: string, replace: ReplaceImage): Fields {
  const old = fields[name];
  if (typeof old !== 'string') throw new OddShape();
  const replaced = replace(old, path);
  return replaced === old ? fields : { ...fields, [name]: replaced };
}

function mapList(
  list: readonly unknown[],
  map: (element: unknown, index: number) => unknown,
): readonly unknown[] {
  let mapped: unknown[] | undefined;
  for (let index = 0; index < list.length; index += 1) {
    const changed = map(list[index], index);
    if (changed === list[index]) continue;
    mapped ??= [...list];
    mapped[index] = changed;
  }
  return mapped ?? list;
}

function mapFields(fields: Fields, map: (value: unknown, name: string) => unknown): Fields {
  let mapped: Record<string, unknown> | undefined;
  for (const name of Object.keys(fields)) {
    const changed = map(fields[name], name);
    if (changed === fields[name]) continue;
    mapped ??= { ...fields };
    mapped[name] = changed;
  }
  return mapped ?? fields;
}
