import type { ResolvedObject } from '../../resolved/object.ts';
import type { Build } from './build.ts';
import { chooseImages } from './images.ts';
import { addedLabels } from './labels.ts';
import { chooseReplicas } from './replicas.ts';
import type { SettledPair } from './settled-pair.ts';
import type { Transformers } from './transformers.ts';

/** The `labels:`, `replicas:` and `images:` entries that are exact for all objects of a build, and so need no patch. */
export function chooseTransformers(
  pairs: readonly SettledPair[],
  own: readonly ResolvedObject[],
  build: Build,
): Transformers {
  const brings = own.map(({ object }) => object);
  const targets = [...pairs.map(({ target }) => target), ...brings];
  const changed = pairs.filter(({ differs }) => differs);
  const labelled = pairs.map(({ labelled: base, target }) => ({ base, target }));
  const imagesChanged = changed.map(({ brought: base, target }) => ({ base, target }));
  // What did not change has the images of the object that the resources bring, which are known from other placements.
  const imagesKept = pairs.filter(({ differs }) => !differs).map(({ brought }) => brought);
  return {
    labels: addedLabels(labelled, targets, build),
    replicas: chooseReplicas(changed, targets),
    images: chooseImages(imagesChanged, [...imagesKept, ...brings]),
  };
}
