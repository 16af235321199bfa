import { z } from 'zod';

/** What the nodes of a cluster together offer to pods: the sum of their `status.allocatable`. */
export const resolvedCapacitySchema = z.object({
  /** Kubernetes quantity, in cores: `48` or `47520m`. */
  cpu: z.string(),
  /** Kubernetes quantity, in bytes: `192Gi`. */
  memory: z.string(),
  pods: z.int().exactOptional(),
  nodes: z.int().exactOptional(),
});
export interface ResolvedCapacity extends z.infer<typeof resolvedCapacitySchema> {}
