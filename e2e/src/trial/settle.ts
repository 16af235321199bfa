import type { Placement } from '@seatrial/compiler';
import { wait, type Look } from '../run/wait.ts';
import { field } from './field.ts';
import { short, wantedRevision } from './tree-revision.ts';
import type { Application, Published, Trial } from './trial.ts';

/** Seconds, before the run's patience. */
const statusSeconds = 120;

/** How a placement came to be where git is. */
export interface Settled {
  readonly revision: string;
  /** False: nothing of it changed in this commit, so an older operation made what is there. */
  readonly synced: boolean;
  /** The commit of the operation that made what is there. */
  readonly operationRevision: string | undefined;
}

/**
 * Whether Argo CD itself says that a placement is at the pushed commit, and healthy. `Synced` alone is never believed:
 * it can be said of an older revision (argo-cd#26530, #7680).
 */
export function lookAtStatus(
  placement: Placement,
  application: Application,
  published: Published,
): Look<Settled> {
  const wanted = wantedRevision(placement, application, published);
  const { operation } = application;
  const settled =
    application.sync === 'Synced' &&
    application.revision === wanted &&
    application.health === 'Healthy' &&
    field(application.object, 'operation') === undefined &&
    operation !== undefined &&
    (operation.phase === 'Succeeded' || isOfAnotherCommit(operation, wanted));
  if (!settled) return { met: false, seen: describeApplication(application) };
  return {
    met: true,
    value: {
      revision: wanted,
      synced: operation.revision === wanted,
      operationRevision: operation.revision,
    },
  };
}

/** A sync of a commit that has been taken back may have failed: where its revert differs from nothing live, none follows. */
function isOfAnotherCommit(
  { phase, revision }: NonNullable<Application['operation']>,
  wanted: string,
): boolean {
  return (phase === 'Failed' || phase === 'Error') && revision !== wanted;
}

/** @throws Timeout with what Argo CD last said, or with what was not equal */
export async function settlePlacement(trial: Trial, name: string, within: number): Promise<void> {
  await wait(trial.run, {
    awaited: `${name} is synced to what was pushed, healthy, and equal`,
    within,
    changes: trial.applicationChanges,
    async look() {
      const status = lookAtStatus(trial.placement(name), trial.application(name), trial.published);
      if (!status.met) return status;
      const differences = await trial.differences(name);
      if (differences.length === 0) return status;
      return { met: false, seen: `Argo CD says Synced, but ${differences.slice(0, 3).join('; ')}` };
    },
  });
}

/** The same without comparing live objects: for whoever looks at something else. @throws Timeout */
export async function awaitStatus(trial: Trial, name: string, within = statusSeconds): Promise<Settled> {
  return await wait(trial.run, {
    awaited: `Argo CD says that ${name} is synced to what was pushed, and healthy`,
    within,
    changes: trial.applicationChanges,
    look: () => lookAtStatus(trial.placement(name), trial.application(name), trial.published),
  });
}

/** The state of an Application as one clause, with what it complains of. */
export function describeApplication(application: Application): string {
  const { sync, health, revision, operation, conditions } = application;
  if (sync === 'absent') return 'there is no Application';
  const retried =
    operation !== undefined && operation.retries > 0 ? `, ${String(operation.retries)} retries` : '';
  const doing =
    operation === undefined
      ? 'no operation yet'
      : `operation ${operation.phase} at ${short(operation.revision)}${retried}${operation.message === '' || operation.phase === 'Succeeded' ? '' : ` (${cut(operation.message)})`}`;
  const complaints = conditions.map(({ type, message }) => `${type}: ${cut(message)}`);
  return [`${sync} at ${short(revision)}`, health, doing, ...complaints].join(', ');
}

function cut(text: string): string {
  return text.length <= 200 ? text : `${text.slice(0, 197)}...`;
}
