import type { ResolvedSync } from '../../resolved/sync.ts';

/** `spec.syncPolicy` of an Application; undefined when every part of it is Argo CD's default. */
export function syncPolicyOf(sync: ResolvedSync): Record<string, unknown> | undefined {
  const { automated, prune, selfHeal, allowEmpty, retry } = sync;
  const options = syncOptions(sync);
  const policy = {
    ...(automated ? { automated: { prune, selfHeal, ...(allowEmpty ? { allowEmpty } : {}) } } : {}),
    ...(options.length === 0 ? {} : { syncOptions: options }),
    ...(retry.limit === 0 ? {} : { retry: { limit: retry.limit, backoff: { ...retry.backoff } } }),
  };
  return Object.keys(policy).length === 0 ? undefined : policy;
}

function syncOptions(sync: ResolvedSync): string[] {
  return [
    ...(sync.createNamespace ? ['CreateNamespace=true'] : []),
    ...(sync.serverSideApply ? ['ServerSideApply=true'] : []),
    ...(sync.pruneLast ? ['PruneLast=true'] : []),
    ...(sync.applyOutOfSyncOnly ? ['ApplyOutOfSyncOnly=true'] : []),
    ...sync.options,
  ];
}

/** `spec.ignoreDifferences`, without the ways to name a field that are not used. */
export function ignoreDifferencesOf(sync: ResolvedSync): Record<string, unknown>[] {
  return sync.ignoreDifferences.map((ignored) =>
    Object.fromEntries(Object.entries(ignored).filter(([, value]) => value.length > 0)),
  );
}
