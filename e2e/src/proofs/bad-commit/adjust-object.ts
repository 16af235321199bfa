import type { KubernetesObject, ResolvedFleet } from '@seatrial/compiler';

/** The fleet with one object of one placement changed. */
export function adjustObject(
  fleet: ResolvedFleet,
  placement: string,
  object: KubernetesObject,
  change: (object: KubernetesObject) => KubernetesObject,
): ResolvedFleet {
  return {
    ...fleet,
    placements: fleet.placements.map((one) =>
      one.name !== placement
        ? one
        : {
            ...one,
            objects: one.objects.map((its) =>
              isSame(its.object, object) ? { ...its, object: change(its.object) } : its,
            ),
          },
    ),
  };
}

function isSame(one: KubernetesObject, other: KubernetesObject): boolean {
  return (
    one.kind === other.kind &&
    one.apiVersion === other.apiVersion &&
    one.metadata.name === other.metadata.name
  );
}

/** The object with another tag in place of the version of its first container's image. */
export function withImageTag(object: KubernetesObject, tag: string): KubernetesObject {
  const spec = object['spec'] as WithTemplate;
  const [first, ...others] = spec.template.spec.containers;
  if (first === undefined) return object;
  const container = { ...first, image: `${imageName(first.image)}:${tag}` };
  const pod = { ...spec.template.spec, containers: [container, ...others] };
  return { ...object, spec: { ...spec, template: { ...spec.template, spec: pod } } };
}

interface WithTemplate {
  readonly template: {
    readonly spec: { readonly containers: readonly { readonly image: string }[] };
  };
}

/** Without tag and digest; a port in the registry's host is not a tag. */
function imageName(image: string): string {
  const [name = ''] = image.split('@');
  const colon = name.lastIndexOf(':');
  return colon > name.lastIndexOf('/') ? name.slice(0, colon) : name;
}

export function withAnnotation(object: KubernetesObject, name: string, value: string): KubernetesObject {
  const annotations = { ...object.metadata.annotations, [name]: value };
  return { ...object, metadata: { ...object.metadata, annotations } };
}

/** A label that no API server takes: refused for an object of any kind, and not by its schema alone. */
export function withInvalidLabel(object: KubernetesObject): KubernetesObject {
  const labels = { ...object.metadata.labels, 'seatrial/bad': 'no label may hold this!' };
  return { ...object, metadata: { ...object.metadata, labels } };
}
