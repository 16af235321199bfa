import { z } from 'zod';

export const roles = ['active', 'standby', 'hub'] as const;

export const resolvedClusterSchema = z.object({
  name: z.string(),
  /** `minor` as the model says it (`1.29`), `version` the exact patch release whose schemas are used (`1.29.15`). */
  kubernetes: z.object({ minor: z.string(), version: z.string() }),
  role: z.enum(roles).exactOptional(),
  region: z.string().exactOptional(),
  labels: z.record(z.string(), z.string()),
  environments: z.array(z.string()),
  /** API server address; absent where the engine knows the cluster by its name. */
  server: z.string().exactOptional(),
});
export interface ResolvedCluster extends z.infer<typeof resolvedClusterSchema> {}
