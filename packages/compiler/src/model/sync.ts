import { z } from 'zod';
import { stringMap } from './names.ts';

const duration = z.string().regex(/^([0-9]+(h|m|s))+$/, 'is not a duration such as 5m or 1h30m');

/** How an engine keeps a placement in step with git. The more specific place wins: fleet, environment, cluster, application. */
export const syncSchema = z.strictObject({
  /** True by default; false: a person starts every sync. */
  automated: z.boolean().optional(),
  /** True by default: what is no longer in git is deleted. */
  prune: z.boolean().optional(),
  /** True by default: what was changed in the cluster is put back. */
  selfHeal: z.boolean().optional(),
  /** False by default: a sync that would delete everything is refused. */
  allowEmpty: z.boolean().optional(),
  /** True by default. */
  createNamespace: z.boolean().optional(),
  serverSideApply: z.boolean().optional(),
  pruneLast: z.boolean().optional(),
  applyOutOfSyncOnly: z.boolean().optional(),
  /** Further options in the engine's own spelling, for example `RespectIgnoreDifferences=true`. */
  options: z.array(z.string()).optional(),
  retry: z
    .strictObject({
      limit: z.int().optional(),
      backoff: z
        .strictObject({
          duration: duration.optional(),
          factor: z.int().positive().optional(),
          maxDuration: duration.optional(),
        })
        .optional(),
    })
    .optional(),
  /** Fields that others own, by a name of your choice. */
  ignoreDifferences: z
    .record(
      z.string(),
      z.strictObject({
        group: z.string().optional(),
        kind: z.string(),
        name: z.string().optional(),
        namespace: z.string().optional(),
        jsonPointers: z.array(z.string()).optional(),
        jqPathExpressions: z.array(z.string()).optional(),
        managedFieldsManagers: z.array(z.string()).optional(),
      }),
    )
    .optional(),
  /** Annotations of the engine's own object, for tools that read them there (Argo CD Image Updater reads the Application's). */
  annotations: stringMap.optional(),
  /** True: deleting the application leaves its objects in the cluster. */
  preserveOnDeletion: z.boolean().optional(),
  /** Times in which syncs are allowed or denied, by a name of your choice. */
  windows: z
    .record(
      z.string(),
      z.strictObject({
        kind: z.enum(['allow', 'deny']),
        /** Cron expression with five fields. */
        schedule: z.string().regex(/^(\S+\s+){4}\S+$/, 'is not a cron expression with five fields'),
        duration,
        /** IANA time zone; UTC by default. */
        timeZone: z.string().optional(),
        /** True: a person may still sync by hand. */
        manualSync: z.boolean().optional(),
      }),
    )
    .optional(),
});
export interface Sync extends z.input<typeof syncSchema> {}
