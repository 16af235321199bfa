import { z } from 'zod';

/** Findings that the model accepts; every part that is given narrows what it is of. */
export const suppressionSchema = z.object({
  code: z.string(),
  reason: z.string(),
  cluster: z.string().exactOptional(),
  environment: z.string().exactOptional(),
  application: z.string().exactOptional(),
  /** `Kind/name`, in whatever namespace, or `Kind/namespace/name`. */
  object: z.string().exactOptional(),
});
export interface ResolvedSuppression extends z.infer<typeof suppressionSchema> {}
