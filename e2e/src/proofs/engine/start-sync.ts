import { field } from '../../trial/field.ts';
import type { Trial } from '../../trial/trial.ts';

/**
 * What `argocd app sync` and the button of the user interface do: they write an operation into the Application, with the
 * revision that it compares itself with, and take out the state of the last one: into that Argo CD would merge the new one,
 * and take it for automated where the last one was. Source: server/application/application.go (Sync) and util/argo/argo.go
 * (SetAppOperation) of Argo CD 3.4.
 */
export async function startSync(trial: Trial, placement: string): Promise<void> {
  const argoCd = trial.argoCdOf(placement);
  const { object } = trial.application(placement);
  const { sync } = trial.placement(placement);
  const compared = field(object, 'status', 'sync');
  const options = field(object, 'spec', 'syncPolicy', 'syncOptions');
  await argoCd.kubernetes.patch(applicationRef(argoCd.namespace, placement), {
    status: { operationState: null },
    operation: {
      initiatedBy: { username: 'seatrial' },
      sync: {
        prune: sync.prune,
        revision: field(compared, 'revision'),
        revisions: field(compared, 'revisions'),
        ...(Array.isArray(options) ? { syncOptions: options as readonly unknown[] } : {}),
      },
    },
  });
}

export function applicationRef(namespace: string, name: string) {
  return { apiVersion: 'argoproj.io/v1alpha1', kind: 'Application', namespace, name } as const;
}
