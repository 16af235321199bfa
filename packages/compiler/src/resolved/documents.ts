import { z } from 'zod';

/** What the generated documents say beyond what the rest of the resolved fleet holds. */
export const documentsSchema = z.object({
  /** Secrets that an external store holds, one a placement: for the rotation document. */
  externalSecrets: z.array(
    z.object({
      placement: z.string(),
      name: z.string(),
      store: z.string(),
      from: z.string(),
      refreshInterval: z.string(),
    }),
  ),
  /** Public and test hosts, one an ingress: for the checklist and the recovery runbook. */
  hosts: z.array(
    z.object({
      placement: z.string(),
      workload: z.string(),
      host: z.string(),
      smokePath: z.string(),
      /** Whether the ingress speaks TLS. */ secure: z.boolean(),
    }),
  ),
  /** Steps of a failover that no compiler can derive, in the author's words. */
  promotions: z.array(z.object({ name: z.string(), promote: z.string(), demote: z.string() })),
});
export interface Documents extends z.infer<typeof documentsSchema> {}
