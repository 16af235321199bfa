import { z } from 'zod';
import { stringMap } from './names.ts';

export const serviceSchema = z.strictObject({
  type: z.enum(['ClusterIP', 'NodePort', 'LoadBalancer']).optional(),
  /** Service port by name of the workload's port; `http` is 80, every other port is its own number. */
  ports: z.record(z.string(), z.int().min(1).max(65535)).optional(),
  /** Port on every node by name of the workload's port; the type is then `NodePort` by default. */
  nodePorts: z.record(z.string(), z.int().min(1).max(65535)).optional(),
  /** True: no virtual address, one DNS record a pod. */
  headless: z.boolean().optional(),
  annotations: stringMap.optional(),
});
export interface Service extends z.input<typeof serviceSchema> {}
