import { wait } from '../../run/wait.ts';
import { describeApplication } from '../../trial/settle.ts';
import type { Trial } from '../../trial/trial.ts';
import { applicationRef } from './start-sync.ts';

/**
 * Ends a sync of a commit that is not what git says any more, as `argocd app terminate-op` does: Argo CD starts no other
 * while one is running, and one that retries or waits may run for long. True: there was one to end.
 * Source: server/application/application.go (TerminateOperation) of Argo CD 3.4.
 */
export async function endSyncOf(trial: Trial, placement: string, commit: string): Promise<boolean> {
  const { kubernetes, namespace } = trial.argoCdOf(placement);
  let ended = false;
  await wait(trial.run, {
    awaited: `the sync of ${commit.slice(0, 7)} in ${placement} ends`,
    within: 30,
    changes: trial.applicationChanges,
    look: async () => {
      const application = trial.application(placement);
      const { operation } = application;
      if (operation?.revision !== commit || !['Running', 'Terminating'].includes(operation.phase))
        return { met: true, value: undefined };
      // The controller may write its own Running over it: then this is looked at again.
      if (operation.phase === 'Running') {
        ended = true;
        const status = { operationState: { phase: 'Terminating' } };
        await kubernetes.patch(applicationRef(namespace, placement), { status });
      }
      return { met: false, seen: describeApplication(application) };
    },
  });
  return ended;
}
