import { describeObject, groupOf, objectId, objectKey, type KubernetesObject } from '@seatrial/compiler';
import { isDeepStrictEqual } from 'node:util';
import { trackingAnnotation } from '../../trial/differences/placement-objects.ts';
import type { ObjectSighting } from '../../trial/trial.ts';

/** One change of what an object says: not of its status, nor of who last wrote it. */
export interface ObjectWrite {
  readonly what: 'created' | 'changed' | 'deleted';
  readonly object: KubernetesObject;
  /** Identity without the cluster: `apps/Deployment/luneo/api`. */
  readonly key: string;
  /** The Application whose tracking id it carries; absent: nobody's. */
  readonly owner: string | undefined;
  /** Run clock. */
  readonly at: number;
  /** `Deployment luneo/api changed`. */
  readonly text: string;
}

/** The writes after a moment of the run's clock. What was seen before it says what each object was like. */
export function writesSince(sightings: readonly ObjectSighting[], since: number): ObjectWrite[] {
  const writes: ObjectWrite[] = [];
  const seenSince = new Set(sightings.flatMap(({ object, at }) => (at < since ? [] : [keyOf(object)])));
  const known = new Map<string, unknown>();
  for (const { type, object, at } of sightings) {
    const key = keyOf(object);
    if (!seenSince.has(key)) continue;
    const says = type === 'DELETED' ? undefined : saidBy(object);
    const before = known.get(key);
    known.set(key, says);
    if (at < since || isDeepStrictEqual(before, says)) continue;
    const what = says === undefined ? 'deleted' : before === undefined ? 'created' : 'changed';
    const text = `${describeObject(objectId(object))} ${what}`;
    writes.push({ what, object, key, owner: ownerOf(object), at, text });
  }
  return writes;
}

function keyOf(object: KubernetesObject): string {
  return objectKey(objectId(object));
}

/**
 * The Application that an object says it belongs to. A ReplicaSet inherits its Deployment's annotations, so the id must be
 * the object's own: `<application>:<group>/<kind>:<namespace>/<name>`. Source: Argo CD user guide, "Resource Tracking".
 */
export function ownerOf(object: KubernetesObject): string | undefined {
  const [application, kind, name] = (object.metadata.annotations?.[trackingAnnotation] ?? '').split(':');
  const own =
    kind === `${groupOf(object.apiVersion)}/${object.kind}` && name?.split('/')[1] === object.metadata.name;
  return own ? application : undefined;
}

/** What an API server and Kubernetes' own controllers write into an object beside its author's fields. */
const notSaid = new Set([
  'uid',
  'resourceVersion',
  'generation',
  'creationTimestamp',
  'managedFields',
  'selfLink',
]);

function saidBy(object: KubernetesObject): unknown {
  const { status: _status, metadata, ...fields } = object;
  const said = Object.fromEntries(Object.entries(metadata).filter(([field]) => !notSaid.has(field)));
  const annotations = Object.entries(metadata.annotations ?? {}).filter(
    ([name]) => !name.startsWith('deployment.kubernetes.io/'),
  );
  return { ...fields, metadata: { ...said, annotations: Object.fromEntries(annotations) } };
}
