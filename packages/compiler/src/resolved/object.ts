import { z } from 'zod';
import type { KubernetesObject } from '../objects/kubernetes-object.ts';

/** Any Kubernetes object; its fields are checked against the real schemas by `seatrial validate`, not here. */
export const kubernetesObjectSchema: z.ZodType<KubernetesObject> = z.looseObject({
  apiVersion: z.string(),
  kind: z.string(),
  metadata: z.looseObject({
    name: z.string(),
    namespace: z.string().exactOptional(),
    labels: z.record(z.string(), z.string()).exactOptional(),
    annotations: z.record(z.string(), z.string()).exactOptional(),
  }),
});

/** A final object of a tree and the component that it comes from. */
export const resolvedObjectSchema = z.object({
  object: kubernetesObjectSchema,
  /** Key of the component in the model; names the file that holds the object. */
  component: z.string(),
  /** Present when the object comes from a Kustomize base of the author's: the name of that base. */
  foreignBase: z.string().exactOptional(),
});
export interface ResolvedObject extends z.infer<typeof resolvedObjectSchema> {}
