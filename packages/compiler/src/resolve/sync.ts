import type { Sync } from '../model/sync.ts';
import { mergePatch } from '../objects/merge-patch.ts';
import type { ResolvedSync, SyncWindow } from '../resolved/sync.ts';

/** Merges what fleet, environment, cluster and application say; the later ones win. */
export function mergeSync(layers: readonly (Sync | undefined)[]): Sync {
  return layers.reduce<unknown>((merged, layer) => mergePatch(merged, layer ?? {}), {}) as Sync;
}

/** Settles every default. Source of the retry defaults: Argo CD, "Automated Sync Policy". */
export function resolveSync(sync: Sync): ResolvedSync {
  return {
    automated: sync.automated ?? true,
    prune: sync.prune ?? true,
    selfHeal: sync.selfHeal ?? true,
    allowEmpty: sync.allowEmpty ?? false,
    createNamespace: sync.createNamespace ?? true,
    serverSideApply: sync.serverSideApply ?? false,
    pruneLast: sync.pruneLast ?? false,
    applyOutOfSyncOnly: sync.applyOutOfSyncOnly ?? false,
    options: sync.options ?? [],
    retry: {
      limit: sync.retry?.limit ?? 5,
      backoff: {
        duration: sync.retry?.backoff?.duration ?? '5s',
        factor: sync.retry?.backoff?.factor ?? 2,
        maxDuration: sync.retry?.backoff?.maxDuration ?? '3m',
      },
    },
    ignoreDifferences: Object.values(sync.ignoreDifferences ?? {}).map((difference) => ({
      group: difference.group ?? '',
      kind: difference.kind,
      ...(difference.name === undefined ? {} : { name: difference.name }),
      ...(difference.namespace === undefined ? {} : { namespace: difference.namespace }),
      jsonPointers: difference.jsonPointers ?? [],
      jqPathExpressions: difference.jqPathExpressions ?? [],
      managedFieldsManagers: difference.managedFieldsManagers ?? [],
    })),
    annotations: sync.annotations ?? {},
    preserveOnDeletion: sync.preserveOnDeletion ?? false,
  };
}

export function resolveWindows(sync: Sync): SyncWindow[] {
  return Object.values(sync.windows ?? {}).map((window) => ({
    kind: window.kind,
    schedule: window.schedule,
    duration: window.duration,
    timeZone: window.timeZone ?? 'UTC',
    manualSync: window.manualSync ?? false,
  }));
}
