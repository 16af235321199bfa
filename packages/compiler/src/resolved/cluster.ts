import { z } from 'zod';
import { resolvedCapacitySchema } from './capacity.ts';

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
  /** Absent: not declared. */
  capacity: resolvedCapacitySchema.exactOptional(),
  /** Names of the storage classes that the cluster has beside those that the fleet makes; absent: not declared. */
  storageClasses: z.array(z.string()).exactOptional(),
});
export interface ResolvedCluster extends z.infer<typeof resolvedClusterSchema> {}
