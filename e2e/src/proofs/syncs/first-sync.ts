import { wantedRevision } from '../../trial/tree-revision.ts';
import { phasesOf } from '../../trial/timeline.ts';
import type { Trial } from '../../trial/trial.ts';

/**
 * When a placement reached what is published, by the run's clock: Argo CD's own times count whole seconds. Empty
 * for what it had not to do in this commit.
 */
export function firstSync(trial: Trial, name: string): Readonly<Record<string, number>> {
  const { published } = trial;
  const placement = trial.placement(name);
  const phases = phasesOf(trial.applicationChanges, name, published.fleet.repository).filter(
    ({ at, application }) =>
      at >= published.at && application.revision === wantedRevision(placement, application, published),
  );
  const started = phases.find(
    ({ application: { operation, revision } }) => operation !== undefined && operation.revision === revision,
  );
  const synced = phases.find(({ application: { sync } }) => sync === 'Synced');
  const healthy = phases.find(
    ({ application: { sync, health } }) => sync === 'Synced' && health === 'Healthy',
  );
  return {
    ...(started === undefined ? {} : { 'operation started after': started.at }),
    ...(synced === undefined ? {} : { 'Synced after': synced.at }),
    ...(healthy === undefined ? {} : { 'Healthy after': healthy.at }),
  };
}
