import { z } from 'zod';
import { stringMap } from './names.ts';

/** Somebody on the other side of a connection; the fields that are given must all hold. */
export const peerSchema = z.strictObject({
  /** A workload of the same application. */
  workload: z.string().optional(),
  /** Labels of the pods. */
  pods: stringMap.optional(),
  /** Name of the namespace (its `kubernetes.io/metadata.name` label); `*` for every namespace. */
  namespace: z.string().optional(),
  /** Network in CIDR form. */
  cidr: z.string().optional(),
  /** Networks inside `cidr` that are left out. */
  except: z.array(z.string()).optional(),
  /** Ports: of this workload by name for `from`, numbers for `to`; all when absent. */
  ports: z.array(z.union([z.string(), z.int().min(1).max(65535)])).optional(),
});
export interface Peer extends z.input<typeof peerSchema> {}

/** What may connect to the workload, and where the workload may connect; an absent side is not restricted. */
export const networkPolicySchema = z.strictObject({
  from: z.record(z.string(), peerSchema).optional(),
  /** DNS is always let through. */
  to: z.record(z.string(), peerSchema).optional(),
});
