import type { KubernetesObject } from '../../objects/kubernetes-object.ts';
import { jsonEqual } from './json-equal.ts';
import { imageEntry, replaceImage } from './image-name.ts';
import { mapImages } from './image-fields.ts';
import type { ImageField } from './kustomization.ts';
import type { Change } from './pairs.ts';

/**
 * The `images:` entries that change every image as the placement wants it and touch no other: `kept` are the objects of
 * the build that do not change. An image that no exact entry reaches is left to a patch.
 */
export function chooseImages(
  changed: readonly Change[],
  kept: readonly KubernetesObject[],
): readonly ImageField[] {
  const candidates = candidateEntries(changed);
  if (candidates.length === 0) return [];
  const wanted = new Set<string>();
  for (const object of [...changed.map(({ target }) => target), ...kept]) {
    const images = imagesOf(object);
    if (images === undefined) return [];
    for (const image of images.values()) wanted.add(image);
  }
  if (changed.some(({ base }) => imagesOf(base) === undefined)) return [];
  const exact = candidates.filter((entry) =>
    [...wanted].every((image) => replaceImage(image, entry) === image),
  );
  return exact.toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/** The object after all entries, in their order. */
export function withImages(object: KubernetesObject, entries: readonly ImageField[]): KubernetesObject {
  if (entries.length === 0 || known.get(object) === none) return object;
  return mapImages(object, (image) => entries.reduce(replaceImage, image)) ?? object;
}

function candidateEntries(changed: readonly Change[]): readonly ImageField[] {
  const candidates = new Map<string, ImageField>();
  for (const { base, target } of changed) {
    const wanted = imagesOf(target);
    for (const [path, image] of imagesOf(base) ?? []) {
      const replacement = wanted?.get(path);
      if (replacement === undefined || replacement === image) continue;
      const entry = imageEntry(image, replacement);
      const known = entry && candidates.get(entry.name);
      // Two wishes for one name: the second one shows below that the first is not exact.
      if (entry !== undefined && (known === undefined || jsonEqual(known, entry)))
        candidates.set(entry.name, entry);
    }
  }
  return [...candidates.values()];
}

const none: ReadonlyMap<string, string> = new Map();
const known = new WeakMap<KubernetesObject, ReadonlyMap<string, string> | 'odd'>();

/** Every image of an object by its JSON pointer; undefined where kustomize would fail on the object's shape. */
function imagesOf(object: KubernetesObject): ReadonlyMap<string, string> | undefined {
  let images = known.get(object);
  if (images === undefined) {
    const found = new Map<string, string>();
    const readable = mapImages(object, (image, path) => {
      found.set(path, image);
      return image;
    });
    images = readable === undefined ? 'odd' : found.size === 0 ? none : found;
    known.set(object, images);
  }
  return images === 'odd' ? undefined : images;
}
