import type { KubernetesObject } from '@seatrial/compiler';
import { field, listAt, numberAt, textAt } from './field.ts';
import type { Application } from './trial.ts';

/** Reads one Application; `repository` is the one that holds the fleet's tree. */
export function applicationState(
  name: string,
  placement: string | undefined,
  object: KubernetesObject | undefined,
  repository: string,
): Application {
  return {
    name,
    ...(placement === undefined ? {} : { placement }),
    object,
    sync: syncOf(object),
    health: textAt(object, 'status', 'health', 'status') ?? 'Missing',
    revision: revisionIn(field(object, 'status', 'sync'), object, repository),
    operation: operationOf(object, repository),
    conditions: listAt(object, 'status', 'conditions').map((condition) => ({
      type: textAt(condition, 'type') ?? '',
      message: textAt(condition, 'message') ?? '',
    })),
  };
}

/** Place of the source that is the fleet's tree; -1 where an Application has none (charts without values). */
export function treeSource(object: KubernetesObject | undefined, repository: string): number {
  return listAt(object, 'spec', 'sources').findIndex((source) => textAt(source, 'repoURL') === repository);
}

function syncOf(object: KubernetesObject | undefined): Application['sync'] {
  if (object === undefined) return 'absent';
  const status = textAt(object, 'status', 'sync', 'status');
  return status === 'Synced' || status === 'OutOfSync' ? status : 'Unknown';
}

/** Argo CD writes `revision` for one source and `revisions`, in the order of the sources, for several. */
function revisionIn(
  of: unknown,
  object: KubernetesObject | undefined,
  repository: string,
): string | undefined {
  const several = listAt(object, 'spec', 'sources').length > 0;
  const at = Math.max(0, treeSource(object, repository));
  const revision = several ? textAt(of, 'revisions', at) : textAt(of, 'revision');
  return revision === '' ? undefined : revision;
}

function operationOf(object: KubernetesObject | undefined, repository: string): Application['operation'] {
  const state = field(object, 'status', 'operationState');
  if (state === undefined) return undefined;
  return {
    phase: textAt(state, 'phase') ?? 'Unknown',
    revision:
      revisionIn(field(state, 'syncResult'), object, repository) ??
      revisionIn(field(state, 'operation', 'sync'), object, repository),
    message: textAt(state, 'message') ?? '',
    startedAt: textAt(state, 'startedAt') ?? '',
    retries: numberAt(state, 'retryCount') ?? 0,
  };
}
