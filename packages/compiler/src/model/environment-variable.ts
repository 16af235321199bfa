import { z } from 'zod';

/** The value of an environment variable: text, a key of a Secret or ConfigMap, or a field of the pod. */
export const environmentVariableSchema = z.union([
  z.string(),
  z.strictObject({ secret: z.string(), key: z.string(), optional: z.boolean().optional() }),
  z.strictObject({ configMap: z.string(), key: z.string(), optional: z.boolean().optional() }),
  z.strictObject({ field: z.string() }),
]);
export type EnvironmentVariable = z.input<typeof environmentVariableSchema>;

export const environmentSchema = z.record(
  z.string().regex(/^[-._a-zA-Z][-._a-zA-Z0-9]*$/, 'is not the name of an environment variable'),
  environmentVariableSchema,
);

/** Secrets and ConfigMaps whose keys all become environment variables. */
export const environmentFromSchema = z.strictObject({
  secrets: z.array(z.string()).optional(),
  configMaps: z.array(z.string()).optional(),
});
