import { describeObject, objectId, type KubernetesObject, type Placement } from '@seatrial/compiler';
import type { Kubernetes, ObjectRef } from '../../kubernetes/kubernetes.ts';
import { Disproof } from '../../run/outcome-errors.ts';
import { holds } from '../../run/wait.ts';
import { ignoredPaths } from '../../trial/differences/ignored-paths.ts';
import { placementObjects } from '../../trial/differences/placement-objects.ts';
import { field } from '../../trial/field.ts';
import type { Path } from '../../trial/differences/paths.ts';
import type { Notes, Trial } from '../../trial/trial.ts';
import { candidates, refOf } from './candidates.ts';
import { marker } from './drift.ts';
import { otherValue, patchAt } from './other-value.ts';

/** Seconds for which what Argo CD must leave alone is watched. */
const holdSeconds = 3;
const annotation = 'rehearsal.seatrial.dev/left-alone';

/** A change that nobody may take back. */
interface Left {
  readonly what: string;
  /** What is against it, if anything. */
  against(): Promise<string | undefined>;
  /** Makes the change undone once it was watched. */
  takeBack(): Promise<void>;
}

/**
 * Changes what the model ignores, and adds a field and an object that git does not name: Argo CD looks, and
 * leaves all of it.
 * @throws Disproof
 */
export async function proveLeft(trial: Trial, placement: Placement, notes: Notes): Promise<void> {
  const { kubernetes } = trial.cluster(placement.cluster);
  const changes: Left[] = [];
  try {
    for (const make of [changeIgnored, addField, addObject]) {
      const change = await make(kubernetes, placement);
      if (change === undefined) notes.saw(nothingFor.get(make) ?? '');
      else changes.push(change);
    }
    await trial.refresh({ applications: [placement.name] });
    const against = await holds(trial.run, {
      claimed: `${placement.name} leaves what git does not name`,
      seconds: holdSeconds,
      look: async () => (await Promise.all(changes.map((change) => change.against()))).find(isText),
    });
    if (against !== undefined) throw new Disproof(against);
    for (const { what } of changes) notes.saw(`${what}: left for ${String(holdSeconds)} s`);
  } finally {
    for (const change of changes) await change.takeBack();
  }
}

async function changeIgnored(kubernetes: Kubernetes, placement: Placement): Promise<Left | undefined> {
  for (const object of placementObjects(placement)) {
    const ref = refOf(object);
    const named =
      ignoredPaths(object, placement.sync.ignoreDifferences).length > ignoredPaths(object, []).length;
    const live = named ? await kubernetes.get(ref) : undefined;
    if (live === undefined) continue;
    const path = ownIgnored(live, placement).find(
      (each) => otherValue(each, field(live, ...each)) !== undefined,
    );
    if (path === undefined) continue;
    const value = field(live, ...path);
    const other = otherValue(path, value);
    await kubernetes.patch(ref, patchAt(live, path, other));
    return {
      what: `${describeObject(objectId(live))}: ignored .${path.join('.')} changed`,
      against: async () =>
        field(await kubernetes.get(ref), ...path) === other
          ? undefined
          : `${describeObject(objectId(live))}: .${path.join('.')} was put back, though the model ignores it`,
      takeBack: async () => void (await kubernetes.patch(ref, patchAt(live, path, value))),
    };
  }
  return undefined;
}

/** Without what no comparison counts. */
function ownIgnored(live: KubernetesObject, { sync }: Placement): readonly Path[] {
  const always = new Set(ignoredPaths(live, []).map((path) => path.join('/')));
  return ignoredPaths(live, sync.ignoreDifferences).filter((path) => !always.has(path.join('/')));
}

async function addField(kubernetes: Kubernetes, placement: Placement): Promise<Left | undefined> {
  const [object] = candidates(placement);
  if (object === undefined) return undefined;
  const ref = refOf(object);
  const patchTo = (value: string | null) => ({ metadata: { annotations: { [annotation]: value } } });
  await kubernetes.patch(ref, patchTo(marker));
  return {
    what: `${describeObject(objectId(object))}: an annotation that git does not name`,
    against: async () =>
      (await kubernetes.get(ref))?.metadata.annotations?.[annotation] === marker
        ? undefined
        : `${describeObject(objectId(object))}: an annotation that git does not name was removed`,
    takeBack: async () => void (await kubernetes.patch(ref, patchTo(null))),
  };
}

async function addObject(kubernetes: Kubernetes, { name, namespace }: Placement): Promise<Left> {
  const ref: ObjectRef = { apiVersion: 'v1', kind: 'ConfigMap', namespace, name: `${marker}-${name}` };
  await kubernetes.create({
    apiVersion: ref.apiVersion,
    kind: ref.kind,
    metadata: { name: ref.name, namespace },
    data: { from: 'a rehearsal' },
  });
  return {
    what: `ConfigMap ${namespace}/${ref.name}, which git does not name`,
    against: async () =>
      (await kubernetes.get(ref)) === undefined
        ? `ConfigMap ${ref.name}, which git does not name, was deleted`
        : undefined,
    takeBack: async () => void (await kubernetes.delete(ref)),
  };
}

const nothingFor = new Map<unknown, string>([
  [changeIgnored, 'the model ignores no field that its live objects have: nothing of that kind is watched'],
  [addField, 'no object that could take a further field without harm'],
]);

function isText(value: string | undefined): value is string {
  return value !== undefined;
}
