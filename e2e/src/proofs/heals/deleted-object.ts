import { describeObject, objectId, type KubernetesObject } from '@seatrial/compiler';
import { refOf } from './candidates.ts';
import type { Drift } from './drift.ts';

/** Kinds that take other objects along, which nobody brings back at once. */
const takesAlong = new Set(['Namespace', 'StatefulSet']);

export function deletedObjects(objects: readonly KubernetesObject[]): readonly Drift[] {
  return objects
    .filter(({ kind }) => !takesAlong.has(kind))
    .map((object) => ({
      kind: 'deleted object',
      ref: refOf(object),
      what: `${describeObject(objectId(object))} deleted`,
      // Only another object of that name is a healed one: the caller compares who it is.
      isHealed: ({ metadata }) => metadata['deletionTimestamp'] === undefined,
      isDrifted: ({ metadata }) => metadata['deletionTimestamp'] !== undefined,
    }));
}
