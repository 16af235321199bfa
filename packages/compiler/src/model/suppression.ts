import { z } from 'zod';

export const suppressionSchema = z.strictObject({
  code: z.string().regex(/^SEA\d{4}$/, 'is not the code of a finding, such as SEA3001'),
  reason: z.string().regex(/\S/, 'is no reason: say why the finding is accepted'),
  cluster: z.string().optional(),
  environment: z.string().optional(),
  application: z.string().optional(),
  object: z
    .string()
    .regex(/^[A-Za-z0-9]+(\/[^/\s]+){1,2}$/, 'is not an object, written Kind/name or Kind/namespace/name')
    .optional(),
});

/** A finding that you accept: it is still shown, with the reason, and fails no run. Every further part narrows it. */
export interface Suppression<Clusters, Environments, Applications> {
  code: `SEA${number}`;
  /** Why it is accepted, in your words. */
  reason: string;
  cluster?: Clusters;
  environment?: Environments;
  application?: Applications;
  /** `Kind/name`, in whatever namespace, or `Kind/namespace/name`. */
  object?: `${string}/${string}`;
}
