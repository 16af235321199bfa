import { z } from 'zod';

export const secretStoreSchema = z.union([
  z.string(),
  z.strictObject({ name: z.string(), kind: z.enum(['SecretStore', 'ClusterSecretStore']) }),
]);

/** A Secret that External Secrets fills from a store; nothing of it is in git. */
export const externalSecretSchema = z.strictObject({
  /** A SecretStore in the placement's namespace by name, or a store of either kind. */
  store: secretStoreSchema,
  /** Key in the store, for example `/shop/prod/api`. */
  from: z.string(),
  /** Property in the store by key of the Secret; every property when absent. */
  keys: z.record(z.string(), z.string()).optional(),
  /** For example `1h`, the default. */
  refreshInterval: z.string().optional(),
  /** Name of the Secret; the component's key by default. */
  secret: z.string().optional(),
  wave: z.int().optional(),
});
export interface ExternalSecret extends z.input<typeof externalSecretSchema> {}
