import { describeObject, objectId, type KubernetesObject } from '@seatrial/compiler';
import { refOf } from './candidates.ts';
import { marker, type Drift } from './drift.ts';

/** Other values of labels that git names. A policy may refuse some of them: the caller takes the next. */
export function changedLabels(objects: readonly KubernetesObject[]): readonly Drift[] {
  return objects.flatMap((object) =>
    Object.entries(object.metadata.labels ?? {})
      // The API server takes only certain values for it.
      .filter(([key]) => !key.startsWith('pod-security.kubernetes.io/'))
      .map(([key, value]) => ({
        kind: 'changed label' as const,
        ref: refOf(object),
        what: `${describeObject(objectId(object))}: label ${key} ${value} → ${marker}`,
        patch: { metadata: { labels: { [key]: marker } } },
        undo: { metadata: { labels: { [key]: value } } },
        isHealed: (live: KubernetesObject) => live.metadata.labels?.[key] === value,
        isDrifted: (live: KubernetesObject) => live.metadata.labels?.[key] === marker,
      })),
  );
}
