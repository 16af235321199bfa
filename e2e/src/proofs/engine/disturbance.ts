import type { Placement } from '@seatrial/compiler';
import { holds } from '../../run/wait.ts';
import { describeApplication } from '../../trial/settle.ts';
import type { Trial } from '../../trial/trial.ts';
import { writesSince } from '../changes/object-writes.ts';
import { operationMark } from './await-application.ts';

/**
 * What happened to a placement although nothing was to: a sync other than `operation`, or a write to one of its objects
 * since the last commit, also before these seconds. Undefined: nothing.
 */
export async function disturbance(
  trial: Trial,
  placement: Placement,
  { seconds, operation }: { seconds: number; operation?: string },
): Promise<string | undefined> {
  const { at } = trial.published;
  const started = await holds(trial.run, {
    claimed: `nothing happens to ${placement.name}`,
    seconds,
    changes: trial.applicationChanges,
    look: () => {
      const now = trial.application(placement.name);
      return operation === undefined || operationMark(now) === operation
        ? undefined
        : `a sync was started: ${describeApplication(now)}`;
    },
  });
  const write = writesSince(trial.recorder(placement.cluster).sightings, at).find(
    ({ owner }) => owner === placement.name,
  );
  return started ?? write?.text;
}
