import { z } from 'zod';
import { stringMap } from './names.ts';

/** The identity of a workload's pods, in the cluster and in the cloud. */
export const serviceAccountSchema = z.strictObject({
  /** The workload's name by default. A name with nothing else uses an account that exists already. */
  name: z.string().optional(),
  /** Cloud role that the pods may take; at most one. */
  cloudRole: z
    .strictObject({
      /** ARN of an IAM role (IRSA). */
      aws: z.string().startsWith('arn:', 'is not an ARN').optional(),
      /** Google service account (Workload Identity). */
      gcp: z.string().includes('@', { message: 'is not the e-mail address of a service account' }).optional(),
      /** Client id of an Azure managed identity (Workload Identity). */
      azure: z.string().optional(),
    })
    .optional(),
  /** True: the pods get a token for the Kubernetes API. */
  apiToken: z.boolean().optional(),
  annotations: stringMap.optional(),
});
export interface ServiceAccount extends z.input<typeof serviceAccountSchema> {}
