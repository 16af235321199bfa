import type { KubernetesObject, Placement } from '@seatrial/compiler';
import { spareObject } from '../../model-changes/with-spare-objects.ts';
import type { Trial } from '../../trial/trial.ts';
import { refOf } from '../engine/ref-of.ts';

/**
 * Puts a twin of the placement's spare object beside it, with the same labels and without the tracking id, for as long as
 * `use` runs: what a colleague made by hand.
 */
export async function withForeignObject(
  trial: Trial,
  placement: Placement,
  use: (foreign: KubernetesObject) => Promise<void>,
): Promise<void> {
  const { kubernetes } = trial.cluster(placement.cluster);
  const spare = spareOf(placement);
  const foreign = {
    ...spare,
    metadata: { ...spare.metadata, name: `seatrial-foreign-${placement.name}` },
  };
  await kubernetes.apply(foreign, { manager: 'seatrial' });
  try {
    await use(foreign);
  } finally {
    await kubernetes.delete(refOf(foreign));
  }
}

/** The object that this proof takes out of the model again. */
export function spareOf({ name, application, objects }: Placement): KubernetesObject {
  const spare = objects.find(({ object }) => object.metadata.name === spareObject(application));
  if (spare === undefined) throw new Error(`${name} has no object ${spareObject(application)}`);
  return spare.object;
}
