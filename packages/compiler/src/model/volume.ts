import { z } from 'zod';
import { quantity } from './names.ts';

/** A volume of a pod and where its main container sees it; exactly one source. */
export const volumeSchema = z.strictObject({
  mountPath: z.string().startsWith('/', 'is not an absolute path'),
  readOnly: z.boolean().optional(),
  subPath: z.string().optional(),
  /** An empty folder that lives as long as the pod. */
  emptyDir: z
    .strictObject({ medium: z.literal('Memory').optional(), sizeLimit: quantity.optional() })
    .optional(),
  /** Name of a Secret. */
  secret: z.string().optional(),
  /** Name of a ConfigMap. */
  configMap: z.string().optional(),
  /** Name of an existing PersistentVolumeClaim, or what to claim. */
  claim: z
    .union([
      z.string(),
      z.strictObject({
        size: quantity,
        storageClass: z.string().optional(),
        accessModes: z
          .array(z.enum(['ReadWriteOnce', 'ReadOnlyMany', 'ReadWriteMany', 'ReadWriteOncePod']))
          .optional(),
      }),
    ])
    .optional(),
});
export interface Volume extends z.input<typeof volumeSchema> {}
