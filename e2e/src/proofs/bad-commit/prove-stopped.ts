import {
  describeObject,
  objectId,
  objectKey,
  type KubernetesObject,
  type Placement,
} from '@seatrial/compiler';
import { Disproof } from '../../run/outcome-errors.ts';
import { holds } from '../../run/wait.ts';
import { isHook } from '../../trial/differences/placement-objects.ts';
import { listAt, textAt } from '../../trial/field.ts';
import { describeApplication } from '../../trial/settle.ts';
import type { Application, Notes, Published, Trial } from '../../trial/trial.ts';
import { writesSince } from '../changes/object-writes.ts';
import { awaitApplication } from '../engine/await-application.ts';
import type { Mistake, MistakeName } from './mistake.ts';
import { againstOldPods, rolledOut } from './old-pods-serve.ts';

/** Seconds for which a stopped commit has to stay stopped. */
const hold = 3;

/** The bad commit shows, with what is wrong named, and what comes after it is not done. */
export async function proveStopped(
  trial: Trial,
  { name, placement: its, object }: Mistake,
  bad: Published,
  notes: Notes,
): Promise<void> {
  const placement = trial.placement(its);
  const commit = bad.commits[placement.revision];
  const isImage = name === 'image-never-ready';
  if (isImage) await rolledOut(trial, placement, object);
  const seen = await awaitApplication(trial, its, {
    awaited: `shows that ${describeObject(objectId(object))} is wrong`,
    within: 90,
    met: (one) => one.operation?.revision === commit && shows[name](one, object),
  });
  notes.measure('visible after', trial.run.clock.now() - bad.at, 'ms');
  notes.saw([describeApplication(seen), ...complaintsOf(seen, object)].join('; '));

  const against = await holds(trial.run, {
    claimed: `${placement.name} stops where it has to`,
    seconds: hold,
    look: () => (isImage ? againstOldPods(trial, placement, object) : undefined),
  });
  if (against !== undefined) throw new Disproof(against);
  const write = writesSince(trial.recorder(placement.cluster).sightings, bad.at).find(
    (one) => one.owner === its && !isHook(one.object) && !(isImage && one.key === keyOf(object)),
  );
  if (write !== undefined) throw new Disproof(`${write.text}, although the commit had to stop before`);
  const hook = laterHook(trial, placement, name, bad.at);
  if (hook !== undefined) throw new Disproof(`the hook ${hook} ran, although the commit had to stop before`);
  notes.saw(
    isImage
      ? `for ${hold} s the old pods served, and nothing else was changed`
      : `for ${hold} s nothing that comes after it was applied`,
  );
}

/** Hooks that a commit with this mistake has to stop before. */
const hooksAfter: Readonly<Record<MistakeName, readonly string[]>> = {
  'failing-hook': ['Sync', 'PostSync'],
  'image-never-ready': ['PostSync'],
  'invalid-manifest': ['PostSync'],
};

/** One of them that was made all the same. */
function laterHook(trial: Trial, placement: Placement, name: MistakeName, since: number): string | undefined {
  const later = new Set(
    placement.objects.flatMap(({ object }) =>
      hooksAfter[name].includes(object.metadata.annotations?.['argocd.argoproj.io/hook'] ?? '')
        ? [keyOf(object)]
        : [],
    ),
  );
  return trial
    .recorder(placement.cluster)
    .sightings.filter(({ type, at }) => type === 'ADDED' && at >= since)
    .map(({ object }) => keyOf(object))
    .find((key) => later.has(key));
}

function keyOf(object: KubernetesObject): string {
  return objectKey(objectId(object));
}

/** Whether Argo CD says what is wrong. */
const shows: Readonly<Record<MistakeName, (one: Application, object: KubernetesObject) => boolean>> = {
  'failing-hook': (one, object) =>
    resultsOf(one, object).some((result) => textAt(result, 'hookPhase') === 'Failed'),
  'image-never-ready': ({ health }) => health === 'Progressing' || health === 'Degraded',
  'invalid-manifest': (one, object) =>
    resultsOf(one, object).some((result) => textAt(result, 'status') === 'SyncFailed'),
};

/** What the operation says of an object. */
function resultsOf(
  { object: application }: Application,
  { kind, metadata }: KubernetesObject,
): readonly unknown[] {
  return listAt(application, 'status', 'operationState', 'syncResult', 'resources').filter(
    (result) => textAt(result, 'kind') === kind && textAt(result, 'name') === metadata.name,
  );
}

function complaintsOf(application: Application, object: KubernetesObject): string[] {
  return resultsOf(application, object).flatMap((result) => textAt(result, 'message') ?? []);
}
