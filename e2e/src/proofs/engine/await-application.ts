import { wait } from '../../run/wait.ts';
import { describeApplication } from '../../trial/settle.ts';
import type { Application, Trial } from '../../trial/trial.ts';

/** Watches a placement's Application until `met` says so. @throws Timeout with what Argo CD last said of it */
export async function awaitApplication(
  trial: Trial,
  placement: string,
  { awaited, within, met }: { awaited: string; within: number; met: (application: Application) => boolean },
): Promise<Application> {
  return wait(trial.run, {
    awaited: `${placement} ${awaited}`,
    within,
    changes: trial.applicationChanges,
    look: () => {
      const application = trial.application(placement);
      return met(application)
        ? { met: true, value: application }
        : { met: false, seen: describeApplication(application) };
    },
  });
}

/** What tells one sync of an Application from the next. */
export function operationMark({ operation }: Application): string {
  return operation === undefined ? 'none' : `${operation.startedAt} ${operation.revision ?? ''}`;
}
