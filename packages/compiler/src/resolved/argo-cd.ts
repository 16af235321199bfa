import { z } from 'zod';

/** A secret of Argo CD's that External Secrets fills in: only ever a reference. */
export const secretReferenceSchema = z.object({
  store: z.object({ name: z.string(), kind: z.enum(['SecretStore', 'ClusterSecretStore']) }),
  /** Key in the store, for example `/luneo/argocd/repository`. */
  from: z.string(),
});
export interface SecretReference extends z.infer<typeof secretReferenceSchema> {}

/** Placements that one ApplicationSet generates. */
export const applicationSetSchema = z.object({
  name: z.string(),
  generator: z.enum(['list', 'clusters']),
  applications: z.array(z.string()),
  preserveResourcesOnDeletion: z.boolean(),
});

export const notificationsSchema = z.object({
  /** Secret with the tokens and webhook addresses that the services below name; absent: it comes in another way. */
  secret: secretReferenceSchema.exactOptional(),
  slack: z.object({ channel: z.string(), tokenKey: z.string() }).exactOptional(),
  teams: z.object({ recipient: z.string(), webhookKey: z.string() }).exactOptional(),
  webhook: z.object({ urlKey: z.string() }).exactOptional(),
  /** What is told. */
  on: z.array(z.enum(['deployed', 'health-degraded', 'sync-failed', 'sync-running', 'sync-succeeded'])),
});
export interface Notifications extends z.infer<typeof notificationsSchema> {}

/** One Argo CD: the cluster it runs on, and the placements that it syncs. */
export const argoCdInstanceSchema = z.object({
  /** The cluster that Argo CD runs on. */
  cluster: z.string(),
  /** Folder of its objects, relative to the tree: `argo-cd`, or `argo-cd/<cluster>` where each cluster has its own. */
  folder: z.string(),
  /** Revision that its root application follows. */
  revision: z.string(),
  /** Names of the placements. */
  placements: z.array(z.string()),
});

export const resolvedArgoCdSchema = z.object({
  namespace: z.string(),
  instances: z.array(argoCdInstanceSchema),
  applicationSets: z.array(applicationSetSchema),
  notifications: notificationsSchema.exactOptional(),
  repositories: z.array(z.object({ name: z.string(), url: z.string(), credentials: secretReferenceSchema })),
});
export interface ResolvedArgoCd extends z.infer<typeof resolvedArgoCdSchema> {}
