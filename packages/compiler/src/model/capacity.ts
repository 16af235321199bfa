import { z } from 'zod';
import { quantity } from './names.ts';

const count = z.int().positive('is not a whole number above zero');

export const capacitySchema = z.strictObject({
  cpu: quantity,
  memory: quantity,
  pods: count.optional(),
  nodes: count.optional(),
});

/**
 * What the nodes of a cluster together offer to pods: the sum of their `status.allocatable`. Where nodes come and go,
 * what there is when the last node that the autoscaler may start is there.
 */
export interface Capacity {
  /** Cores: `48`, or `47520m`. */
  readonly cpu: string | number;
  /** Bytes: `192Gi`. */
  readonly memory: string | number;
  /** How many pods may run; on EKS the network of a node sets it. */
  readonly pods?: number;
  /** How many nodes there are: a DaemonSet has a pod on each. */
  readonly nodes?: number;
}
