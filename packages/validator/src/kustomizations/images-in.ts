import { fieldAt, listAt, textAt } from '../json/fields.ts';
import { isRecord } from '../json/is-record.ts';
import { kustomizationAt, type Accumulation } from './accumulate.ts';
import { entriesOf, type Kustomization } from './kustomization.ts';
import type { KustomizationRepository } from './kustomization-repository.ts';
import type { KustomizationView } from './kustomization-view.ts';
import { operationsOf, patchesOf } from './patches.ts';

/**
 * The images that an `images` entry of a kustomization may meet: those of its objects, and whatever patches and entries
 * of the layers below, or its own patches, may have put in their place.
 */
export function imagesIn({ objects }: Accumulation, view: KustomizationView): readonly string[] {
  return [
    ...objects.flatMap(({ object }) =>
      object['kind'] === 'CustomResourceDefinition' ? [] : ofContainers(object),
    ),
    ...ofLayers(view, view.repository),
  ];
}

/** Images of any `containers` or `initContainers`, at any depth, and of volumes. Source: imagetag.LegacyFilter and the default fields. */
function ofContainers(value: unknown): readonly string[] {
  const images: string[] = [];
  const open: unknown[] = [value];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (Array.isArray(next)) open.push(...(next as unknown[]));
    if (!isRecord(next)) continue;
    for (const list of ['containers', 'initContainers'])
      for (const container of listAt(next, list)) images.push(textAt(container, 'image') ?? '');
    for (const volume of listAt(next, 'volumes')) images.push(textAt(volume, 'image', 'reference') ?? '');
    open.push(...Object.values(next));
  }
  return images.filter((image) => image !== '');
}

function ofLayers(start: Kustomization, repository: KustomizationRepository): readonly string[] {
  const images: string[] = [];
  const seen = new Set<string>();
  const open: Kustomization[] = [start];
  for (let one = open.pop(); one !== undefined; one = open.pop()) {
    if (seen.has(one.file)) continue;
    seen.add(one.file);
    for (const { documents } of patchesOf(one, repository)) {
      images.push(...documents.flatMap(ofContainers));
      images.push(
        ...operationsOf(documents).flatMap((operation) => {
          const value = fieldAt(operation, 'value');
          return typeof value === 'string' ? [value] : [...ofContainers(value), ...imageOf(value)];
        }),
      );
    }
    if (one !== start)
      images.push(...listAt(one.fields, 'images').map((entry) => textAt(entry, 'newName') ?? ''));
    for (const field of ['resources', 'bases', 'components'])
      for (const { entry } of entriesOf(one, field)) {
        const below = kustomizationAt(one, entry, repository);
        if (below !== undefined) open.push(below);
      }
  }
  return images.filter((image) => image !== '');
}

/** A container, or a list of them, that an operation adds. */
function imageOf(value: unknown): readonly string[] {
  return (Array.isArray(value) ? value : [value]).map((one: unknown) => textAt(one, 'image') ?? '');
}
