import { z } from 'zod';

export const resolvedSyncSchema = z.object({
  /** False: a person starts every sync. */
  automated: z.boolean(),
  prune: z.boolean(),
  selfHeal: z.boolean(),
  allowEmpty: z.boolean(),
  createNamespace: z.boolean(),
  serverSideApply: z.boolean(),
  pruneLast: z.boolean(),
  applyOutOfSyncOnly: z.boolean(),
  /** Further options in the engine's own spelling, for example `RespectIgnoreDifferences=true`. */
  options: z.array(z.string()),
  /** Attempts after a failed sync; durations in the engine's form (`5s`, `3m`). */
  retry: z.object({
    limit: z.int(),
    backoff: z.object({ duration: z.string(), factor: z.int(), maxDuration: z.string() }),
  }),
  ignoreDifferences: z.array(
    z.object({
      group: z.string(),
      kind: z.string(),
      name: z.string().exactOptional(),
      namespace: z.string().exactOptional(),
      jsonPointers: z.array(z.string()),
      jqPathExpressions: z.array(z.string()),
      managedFieldsManagers: z.array(z.string()),
    }),
  ),
  /** Of the engine's own object, beside those that the compiler writes there. */
  annotations: z.record(z.string(), z.string()),
  /** True: deleting the application leaves its objects in the cluster. */
  preserveOnDeletion: z.boolean(),
});
export interface ResolvedSync extends z.infer<typeof resolvedSyncSchema> {}

/** A time in which syncs are allowed or denied. */
export const syncWindowSchema = z.object({
  kind: z.enum(['allow', 'deny']),
  /** Cron expression with five fields. */
  schedule: z.string(),
  /** For example `1h`, `30m`. */
  duration: z.string(),
  timeZone: z.string(),
  /** True: a person may still sync by hand while the window denies. */
  manualSync: z.boolean(),
});
export interface SyncWindow extends z.infer<typeof syncWindowSchema> {}
