import { z } from 'zod';

/** Deviations from the restricted Pod Security profile, which is the default. */
export const securitySchema = z.strictObject({
  runAsNonRoot: z.boolean().optional(),
  user: z.int().nonnegative().optional(),
  group: z.int().nonnegative().optional(),
  fsGroup: z.int().nonnegative().optional(),
  readOnlyRootFilesystem: z.boolean().optional(),
  allowPrivilegeEscalation: z.boolean().optional(),
  privileged: z.boolean().optional(),
  /** Linux capabilities on top of none. */
  capabilities: z.array(z.string()).optional(),
  seccompProfile: z.enum(['RuntimeDefault', 'Unconfined']).optional(),
});
export interface Security extends z.input<typeof securitySchema> {}
