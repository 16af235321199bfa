import { describeObject, groupOf, objectId, type KubernetesObject, type Placement } from '@seatrial/compiler';
import type { LimitFunction } from 'p-limit';
import { ApiError, type Kubernetes } from '../kubernetes/kubernetes.ts';
import { ignoredPaths } from './differences/ignored-paths.ts';
import { without } from './differences/paths.ts';
import {
  isHook,
  isListed,
  listedObjects,
  placementObjects,
  trackingAnnotation,
  trackingId,
  type ListedObject,
} from './differences/placement-objects.ts';
import { describeDifference, valueDifferences } from './differences/value-differences.ts';

/** The field manager that Argo CD applies as. Source: Argo CD 3.4.2, `common/common.go`, `ArgoCDSSAManager`. */
const manager = 'argocd-controller';

/** What the comparison asks of the rest of the trial. */
export interface ComparedGround {
  readonly placement: Placement;
  readonly kubernetes: Kubernetes;
  /** The Application as Argo CD has it. */
  readonly application: KubernetesObject | undefined;
  /** How many requests go to the cluster at once: what waits too long for its turn counts as not answered. */
  readonly limit: LimitFunction;
  /** Objects that a watch knows of the cluster. */
  readonly known: readonly KubernetesObject[];
}

/**
 * How live objects differ from those of a placement. Each is applied again without writing it, as Argo CD would
 * apply it: equal is what that would leave as it is, besides bookkeeping and what the model ignores. And no other object
 * carries the placement's mark.
 * @throws NotProvenHere where the model ignores fields in a way that cannot be read, Infrastructure without an answer
 */
export async function placementDifferences(ground: ComparedGround): Promise<readonly string[]> {
  const { placement, application } = ground;
  const wanted = placementObjects(placement).filter((object) => !isHook(object));
  const listed = listedObjects(application);
  const found = await Promise.all(
    wanted.map((object) => ground.limit(() => objectDifferences(ground, object, listed))),
  );
  return [...found.flat(), ...foreign(ground, wanted, listed)];
}

async function objectDifferences(
  ground: ComparedGround,
  object: KubernetesObject,
  listed: readonly ListedObject[],
): Promise<readonly string[]> {
  const { kubernetes, placement, known } = ground;
  const entry = listed.find((each) => isListed(object, each));
  // A chart's objects may leave the namespace to whoever installs them; Argo CD says which of them have one.
  const namespace = object.metadata.namespace ?? entry?.namespace;
  const placed = {
    ...object,
    metadata: { ...object.metadata, ...(namespace === undefined ? {} : { namespace }) },
  };
  const name = describeObject(objectId(placed));
  const ref = { ...objectId(placed), apiVersion: object.apiVersion };
  for (let attempt = 1; ; attempt += 1) {
    // What a watch knows is as good while the API server answers for the same version of it.
    const live =
      (attempt === 1 ? known.find((each) => sameObject(placed, each)) : undefined) ??
      (await kubernetes.get(ref));
    if (live === undefined) return [`${name} is not there`];
    if (live.metadata['deletionTimestamp'] !== undefined) return [`${name} is being deleted`];
    const applied = await tryApply(kubernetes, marked(placement, placed));
    if (typeof applied === 'string') return [`${name} cannot be applied: ${applied}`];
    // Somebody wrote it in between: the two are not of one moment.
    const moved = applied.metadata['resourceVersion'] !== live.metadata['resourceVersion'];
    if (moved && attempt < 4) continue;
    const ignored = ignoredPaths(live, placement.sync.ignoreDifferences);
    const unlisted =
      entry === undefined ? [`${name} is not among the objects that its Application lists`] : [];
    return [
      ...unlisted,
      ...valueDifferences(
        without(applied, [...ignoredPaths(applied, placement.sync.ignoreDifferences), ...ignored]),
        without(live, ignored),
      ).map((difference) => describeDifference(name, difference)),
    ];
  }
}

/** What would be there after it, or why it is refused. */
async function tryApply(
  kubernetes: Kubernetes,
  object: KubernetesObject,
): Promise<KubernetesObject | string> {
  try {
    return await kubernetes.apply(object, { dryRun: true, manager });
  } catch (error) {
    if (error instanceof ApiError) return error.message;
    throw error;
  }
}

function marked(placement: Placement, object: KubernetesObject): KubernetesObject {
  const mark = trackingId(placement, object);
  if (mark === undefined) return object;
  const annotations = { ...object.metadata.annotations, [trackingAnnotation]: mark };
  return { ...object, metadata: { ...object.metadata, annotations } };
}

/** Objects that carry the placement's mark, or that its Application lists, and that are not in git. */
function foreign(
  { placement, known }: ComparedGround,
  wanted: readonly KubernetesObject[],
  listed: readonly ListedObject[],
): readonly string[] {
  const extra = listed.filter((entry) => !wanted.some((object) => isListed(object, entry)));
  const tracked = known.filter((object) => {
    const mark = object.metadata.annotations?.[trackingAnnotation];
    // A controller copies annotations to what it makes: the mark names the object that it is meant for.
    const own = mark !== undefined && mark === trackingId(placement, object);
    return own && !isHook(object) && !wanted.some((each) => sameObject(each, object));
  });
  const names = new Set([
    ...extra.map(({ namespace, ...entry }) =>
      describeObject({ ...entry, ...(namespace === undefined ? {} : { namespace }) }),
    ),
    ...tracked.map((object) => describeObject(objectId(object))),
  ]);
  return [...names].map((name) => `${name} is there, and not in git`);
}

function sameObject(wanted: KubernetesObject, live: KubernetesObject): boolean {
  const { namespace } = wanted.metadata;
  return (
    groupOf(wanted.apiVersion) === groupOf(live.apiVersion) &&
    wanted.kind === live.kind &&
    wanted.metadata.name === live.metadata.name &&
    (namespace === undefined || namespace === live.metadata.namespace)
  );
}
