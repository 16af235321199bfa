import { z } from 'zod';
import { environmentFromSchema, environmentSchema } from './environment-variable.ts';
import { quantity } from './names.ts';
import { portsSchema } from './port.ts';
import { probesSchema, type Probes } from './probe.ts';

const amounts = z.record(z.string(), quantity);

/** Where an image comes from: `registry.example/shop/api`, with `:tag`, `@sha256:digest` or both. */
export const imageSchema = z
  .string()
  .regex(
    /^(?:[a-zA-Z0-9.-]+(?::\d+)?\/)?[a-z0-9]+(?:[._/-]+[a-z0-9]+)*(?::[\w][\w.-]{0,127})?(?:@sha256:[a-f0-9]{64})?$/,
    'is not an image reference such as registry.example/shop/api:1.4.2',
  );

/** What every container has, the main one of a workload, a sidecar, an init container and a hook alike. */
export const containerFields = {
  /** With a tag or digest, or without: then the environment's versions file says which. */
  image: imageSchema,
  imagePullPolicy: z.enum(['Always', 'IfNotPresent', 'Never']).optional(),
  command: z.array(z.string()).optional(),
  args: z.array(z.string()).optional(),
  environment: environmentSchema.optional(),
  environmentFrom: environmentFromSchema.optional(),
  resources: z.strictObject({ requests: amounts.optional(), limits: amounts.optional() }).optional(),
};

/** A container beside the main one, or before it. */
export const containerSchema = z.strictObject({
  ...containerFields,
  ports: portsSchema.optional(),
  probes: probesSchema.optional(),
  /** Mount path by name of a volume of the workload. */
  mounts: z.record(z.string(), z.string().startsWith('/', 'is not an absolute path')).optional(),
});
export interface LongContainer extends z.infer<typeof containerSchema> {}

export interface Container extends Omit<z.input<typeof containerSchema>, 'probes'> {
  probes?: Probes;
}
