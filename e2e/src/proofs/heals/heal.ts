import { groupOf, type KubernetesObject, type Placement } from '@seatrial/compiler';
import { ApiError, type Kubernetes, type ObjectRef } from '../../kubernetes/kubernetes.ts';
import { Disproof, Timeout } from '../../run/outcome-errors.ts';
import { holds, wait } from '../../run/wait.ts';
import { without } from '../../trial/differences/paths.ts';
import { textAt } from '../../trial/field.ts';
import { describeApplication } from '../../trial/settle.ts';
import type { Notes, ObjectSighting, Recorder, Trial } from '../../trial/trial.ts';
import { idleWatch } from '../engine/idle-watch.ts';
import type { Drift } from './drift.ts';

/** Seconds for one heal, before the run's patience. */
const withinSeconds = 20;
/** Seconds in which what is healed must stay so. */
const staysSeconds = 1;

/**
 * Makes the first drift that the API server takes, and waits until Argo CD has healed it. False: none was taken.
 * Where nobody heals, the drift is taken back.
 * @throws Disproof, Timeout
 */
export async function heal(
  trial: Trial,
  placement: Placement,
  drifts: readonly Drift[],
  notes: Notes,
): Promise<boolean> {
  const { kubernetes } = trial.cluster(placement.cluster);
  for (const drift of drifts) {
    const before = await kubernetes.get(drift.ref);
    if (before === undefined) continue;
    const sightings = watchObject(trial.recorder(placement.cluster), drift.ref);
    try {
      if (!(await make(kubernetes, drift, notes))) continue;
      const began = trial.run.clock.now();
      const healed = await awaitHealed(trial, placement.name, drift, before, sightings);
      const took = Math.round(healed.at - began);
      notes.saw(`${drift.what}: healed after ${(took / 1000).toFixed(1)} s`);
      notes.measure(`${drift.kind} healed after`, took, 'ms');
      return true;
    } catch (error) {
      await takeBack(kubernetes, drift, before);
      throw error;
    } finally {
      sightings.close();
    }
  }
  return false;
}

/** False: a policy or the API server refuses it. */
async function make(kubernetes: Kubernetes, drift: Drift, notes: Notes): Promise<boolean> {
  try {
    if (drift.patch === undefined) await kubernetes.delete(drift.ref);
    else await kubernetes.patch(drift.ref, drift.patch);
    return true;
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    notes.saw(`${drift.what}: refused (${error.message.slice(0, 160)})`);
    return false;
  }
}

async function awaitHealed(
  trial: Trial,
  placement: string,
  drift: Drift,
  before: KubernetesObject,
  sightings: SeenObject,
): Promise<ObjectSighting> {
  const isOther = ({ object }: ObjectSighting): boolean =>
    textAt(object, 'metadata', 'uid') !== textAt(before, 'metadata', 'uid');
  const after = (): readonly ObjectSighting[] => {
    const all = sightings.seen.filter(({ type }) => type !== 'DELETED');
    if (drift.patch === undefined) return all.filter(isOther);
    const from = all.findIndex(({ object }) => drift.isDrifted(object));
    return from === -1 ? [] : all.slice(from + 1);
  };
  const isIdle = idleWatch(trial, placement);
  const healed = await wait(trial.run, {
    awaited: `${drift.what} is healed`,
    within: withinSeconds,
    changes: [sightings],
    look() {
      const found = after().find(({ object }) => drift.isHealed(object));
      if (found !== undefined) return { met: true, value: found };
      const seen = describeApplication(trial.application(placement));
      if (isIdle()) throw new Disproof(`${drift.what}: not healed, and nothing is done about it: ${seen}`);
      return { met: false, seen };
    },
  }).catch((error: unknown) => {
    throw error instanceof Timeout ? judge(trial, placement, drift, after(), error) : error;
  });
  const undone = await holds(trial.run, {
    claimed: `${drift.what} stays healed`,
    seconds: staysSeconds,
    changes: [sightings],
    look: () =>
      after().some(({ order, object }) => order > healed.order && !drift.isHealed(object))
        ? 'written again'
        : undefined,
  });
  if (undone !== undefined) {
    throw new Disproof(`${drift.what}: healed, and then changed again by somebody else`);
  }
  return healed;
}

/** Why it was not healed in time: one that is still at it is late, everything else breaks the promise. */
function judge(
  trial: Trial,
  placement: string,
  drift: Drift,
  seen: readonly ObjectSighting[],
  late: Timeout,
): Error {
  if (seen.some(({ object }) => !drift.isHealed(object) && !drift.isDrifted(object))) {
    return new Disproof(`${drift.what}: not healed, somebody else writes it, too`, { cause: late });
  }
  const application = trial.application(placement);
  if (application.operation?.phase === 'Running') return late;
  const seconds = (late.waitedMs / 1000).toFixed(0);
  return new Disproof(
    `${drift.what}: not healed in ${seconds} s; Argo CD says ${describeApplication(application)}`,
    { cause: late },
  );
}

async function takeBack(kubernetes: Kubernetes, drift: Drift, before: KubernetesObject): Promise<void> {
  if (drift.patch !== undefined) {
    await kubernetes.patch(drift.ref, drift.undo);
    return;
  }
  if ((await kubernetes.get(drift.ref)) !== undefined) return;
  const own = ['uid', 'resourceVersion', 'creationTimestamp', 'managedFields', 'generation'];
  await kubernetes.create(
    without(
      before,
      own.map((key) => ['metadata', key]),
    ) as KubernetesObject,
  );
}

/** What a recorder sees of one object, from now on. */
interface SeenObject {
  readonly seen: readonly ObjectSighting[];
  onChange(listener: () => void): () => void;
  close(): void;
}

function watchObject(recorder: Recorder, ref: ObjectRef): SeenObject {
  const seen: ObjectSighting[] = [];
  const listeners = new Set<() => void>();
  const close = recorder.onSighting((sighting) => {
    const { apiVersion, kind, metadata } = sighting.object;
    if (kind !== ref.kind || metadata.name !== ref.name || metadata.namespace !== ref.namespace) return;
    if (groupOf(apiVersion) !== groupOf(ref.apiVersion)) return;
    seen.push(sighting);
    for (const listener of listeners) listener();
  });
  return {
    seen,
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close,
  };
}
