import { groupOf, type KubernetesObject } from '@seatrial/compiler';
import { objectHealth } from '../../trial/object-health.ts';
import type { ObjectSighting } from '../../trial/trial.ts';

/** What was seen of one object since it was first written. */
export interface Life {
  readonly object: KubernetesObject;
  /** Absent: it was never seen. */
  readonly written?: ObjectSighting;
  /** When Argo CD would first call it healthy; absent: never. Without a health of its kind, when it was written. */
  readonly healthy?: ObjectSighting;
  /**
   * False: the first that was seen of it is later than its making, since its kind was defined only just before. Then its
   * health is no later than it was seen, and cannot be compared.
   */
  readonly seenFromStart: boolean;
}

/** How an object came to be, from the first that was seen of it. `sightings` are in the order of the API server. */
export function lifeOf(
  object: KubernetesObject,
  namespace: string,
  sightings: readonly ObjectSighting[],
): Life {
  const own = lifeSightings(object, namespace, sightings);
  const [written] = own;
  if (written === undefined) return { object, seenFromStart: false };
  const healthy = own.find((sighting) => (objectHealth(sighting.object) ?? 'Healthy') === 'Healthy');
  const needsTime = objectHealth({ ...object, status: {} }) === 'Progressing';
  return {
    object,
    written,
    ...(healthy === undefined ? {} : { healthy }),
    seenFromStart: !needsTime || healthy !== written,
  };
}

/** What was seen of one object while it was there. */
export function lifeSightings(
  object: KubernetesObject,
  namespace: string,
  sightings: readonly ObjectSighting[],
): readonly ObjectSighting[] {
  return sightings.filter(
    (sighting) => sighting.type !== 'DELETED' && isSame(object, namespace, sighting.object),
  );
}

/** A chart may leave the namespace to whoever installs it. */
function isSame(wanted: KubernetesObject, namespace: string, live: KubernetesObject): boolean {
  return (
    wanted.kind === live.kind &&
    wanted.metadata.name === live.metadata.name &&
    groupOf(wanted.apiVersion) === groupOf(live.apiVersion) &&
    (live.metadata.namespace === undefined ||
      live.metadata.namespace === (wanted.metadata.namespace ?? namespace))
  );
}
