import { z } from 'zod';
import { secretStoreSchema } from './external-secret.ts';
import { dnsLabel } from './names.ts';

const secretReferenceSchema = z.strictObject({ store: secretStoreSchema, from: z.string() });

const applicationSetSchema = z.strictObject({
  /** `list`: one element a placement, written out. `clusters`: Argo CD finds the clusters by their labels. */
  generator: z.enum(['list', 'clusters']),
  applications: z.array(z.string()).min(1),
  /** True: deleting the set leaves the objects in the clusters. */
  preserveResourcesOnDeletion: z.boolean().optional(),
});

const notificationsSchema = z.strictObject({
  /**
   * Where the tokens and webhook addresses come from; never in plain text. Absent: the model brings the Secret
   * `argocd-notifications-secret` in another way, for example as a SealedSecret.
   */
  secret: secretReferenceSchema.optional(),
  slack: z.strictObject({ channel: z.string(), tokenKey: z.string().optional() }).optional(),
  teams: z.strictObject({ recipient: z.string(), webhookKey: z.string().optional() }).optional(),
  /** Any other receiver: JSON by POST to an address that only the secret knows, at `urlKey`. */
  webhook: z.strictObject({ urlKey: z.string().optional() }).optional(),
  /** What is told; a deployment, a degraded health and a failed sync by default. */
  on: z
    .array(z.enum(['deployed', 'health-degraded', 'sync-failed', 'sync-running', 'sync-succeeded']))
    .optional(),
});

export const argoCdSchema = z.strictObject({
  /** Namespace of Argo CD; `argocd` by default. */
  namespace: dnsLabel.optional(),
  applicationSets: z.record(dnsLabel, applicationSetSchema).optional(),
  notifications: notificationsSchema.optional(),
  /** Credentials of repositories, by reference. */
  repositories: z
    .record(dnsLabel, z.strictObject({ url: z.string(), credentials: secretReferenceSchema }))
    .optional(),
});

interface ApplicationSet<Applications> extends Omit<z.input<typeof applicationSetSchema>, 'applications'> {
  applications: readonly Applications[];
}

/** What is particular to Argo CD. */
export interface ArgoCd<Applications> extends Omit<z.input<typeof argoCdSchema>, 'applicationSets'> {
  /** Placements that an ApplicationSet generates; every other one is an Application of its own. */
  applicationSets?: Record<string, ApplicationSet<Applications>>;
}
