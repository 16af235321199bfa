import { z } from 'zod';
import { containerFields } from './container.ts';
import { securitySchema } from './security.ts';
import { serviceAccountSchema } from './service-account.ts';

/** A Job that the engine runs around a sync. */
export const hookSchema = z.strictObject({
  ...containerFields,
  on: z.enum(['PreSync', 'Sync', 'PostSync', 'SyncFail']),
  /** When the Job is deleted; before the next run of the hook by default. */
  deletePolicy: z.enum(['HookSucceeded', 'HookFailed', 'BeforeHookCreation']).optional(),
  /** Retries of a failing pod. 0 by default: a failing hook stops the sync at once. */
  backoffLimit: z.int().nonnegative().optional(),
  /** Seconds after which the hook has failed. */
  activeDeadlineSeconds: z.int().positive().optional(),
  security: securitySchema.optional(),
  serviceAccount: serviceAccountSchema.optional(),
  wave: z.int().optional(),
});
export interface Hook extends z.input<typeof hookSchema> {}
