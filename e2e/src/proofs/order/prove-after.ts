import type { KubernetesObject, Placement } from '@seatrial/compiler';
import { Disproof } from '../../run/outcome-errors.ts';
import { textAt } from '../../trial/field.ts';
import { awaitStatus } from '../../trial/settle.ts';
import type { Notes, Trial } from '../../trial/trial.ts';
import { isHook } from '../../trial/differences/placement-objects.ts';
import { orderedObjects } from './ordered-objects.ts';
import { lifeOf } from './life.ts';
import { describeViolations, firstWritten, nameOf, orderViolations } from './order-of-stages.ts';

/**
 * Compares two placements of one cluster twice, each by the count of one API server: their Applications where Argo CD
 * runs, their objects where they live.
 */
export async function proveAfter(
  trial: Trial,
  earlier: Placement,
  later: Placement,
  notes: Notes,
): Promise<void> {
  await Promise.all([awaitStatus(trial, earlier.name), awaitStatus(trial, later.name)]);
  const healthy = firstHealthy(trial, earlier.name);
  const made = firstSeen(trial, later.name);
  if (healthy === undefined)
    throw new Disproof(`the Application ${earlier.name} was never seen synced and healthy`);
  if (made === undefined) throw new Disproof(`the Application ${later.name} was never seen`);
  if (made.order < healthy.order) {
    throw new Disproof(
      `the Application ${later.name} was made ${seconds(healthy.at - made.at)} before ${earlier.name} was synced and healthy`,
    );
  }
  notes.saw(
    `the Application ${later.name} was made ${seconds(made.at - healthy.at)} after ${earlier.name} was synced and healthy`,
  );

  const { sightings } = trial.recorder(later.cluster);
  const lives = (placement: Placement) =>
    orderedObjects(trial.placement(placement.name)).map((object) =>
      lifeOf(object, placement.namespace, sightings),
    );
  const first = lives(earlier).filter(({ object }) => !isHook(object));
  // What is never written is no question of order here; within its own placement it is one.
  const second = lives(later).filter(({ written }) => written !== undefined);
  const violations = orderViolations([
    { name: earlier.name, lives: first },
    { name: later.name, lives: second },
  ]);
  if (violations.length > 0) throw new Disproof(describeViolations(violations));
  const begun = firstWritten(second);
  if (begun?.written === undefined) throw new Disproof(`nothing of ${later.name} was ever written`);
  notes.saw(
    `the first object of ${later.name}, ${nameOf(begun)}, was written after all ${String(first.length)} of ${earlier.name} were healthy`,
  );
  notes.measure('waited for', Math.round(begun.written.at - healthy.at), 'ms');
}

interface Moment {
  readonly at: number;
  readonly order: bigint;
}

function firstSeen(trial: Trial, name: string): Moment | undefined {
  return momentsOf(trial, name, () => true)[0];
}

/** Between two waves of its first sync an Application is `Healthy` too: what is not there yet does not count. */
function firstHealthy(trial: Trial, name: string): Moment | undefined {
  return momentsOf(
    trial,
    name,
    (object) =>
      textAt(object, 'status', 'health', 'status') === 'Healthy' &&
      textAt(object, 'status', 'operationState', 'phase') === 'Succeeded',
  )[0];
}

function momentsOf(
  trial: Trial,
  name: string,
  fits: (object: KubernetesObject) => boolean,
): readonly Moment[] {
  return trial.applicationChanges.flatMap(({ events }) =>
    events
      .filter(({ type, object }) => type !== 'DELETED' && object.metadata.name === name && fits(object))
      .map(({ at, object }) => ({
        at,
        order: BigInt(textAt(object, 'metadata', 'resourceVersion') ?? '0'),
      })),
  );
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}
