import { field } from '../../trial/field.ts';
import { wantedRevision } from '../../trial/tree-revision.ts';
import type { Trial } from '../../trial/trial.ts';

/** Seconds without a sync after which nobody has to wait for one any more, before the run's patience. */
const idleSeconds = 10;

/**
 * Gives a question to ask again and again: whether Argo CD has compared a placement with what was pushed, says that there is
 * something to do, and for a while has done nothing about it.
 */
export function idleWatch(trial: Trial, placement: string): () => boolean {
  let since: number | undefined;
  return () => {
    if (!isIdle(trial, placement)) {
      since = undefined;
      return false;
    }
    const { clock, patience } = trial.run;
    since ??= clock.now();
    return clock.now() - since >= idleSeconds * 1000 * patience;
  };
}

function isIdle(trial: Trial, name: string): boolean {
  const application = trial.application(name);
  const { sync, revision, operation, object } = application;
  return (
    sync === 'OutOfSync' &&
    revision === wantedRevision(trial.placement(name), application, trial.published) &&
    operation?.phase !== 'Running' &&
    operation?.phase !== 'Terminating' &&
    field(object, 'operation') === undefined
  );
}
