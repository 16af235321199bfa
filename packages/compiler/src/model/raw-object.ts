import { z } from 'zod';

/** Any Kubernetes object; `kubernetes-models` and its sisters give types for it. */
export const rawObjectSchema = z.looseObject({
  apiVersion: z
    .string()
    .regex(/^([a-z0-9]([-a-z0-9.]*[a-z0-9])?\/)?v[0-9][a-z0-9]*$/, 'is not an apiVersion such as apps/v1'),
  kind: z.string().regex(/^[A-Z][A-Za-z0-9]*$/, 'is not a kind such as ConfigMap'),
  /** The name is the component's key by default; the namespace is the placement's. */
  metadata: z.looseObject({ name: z.string().optional(), namespace: z.string().optional() }).optional(),
});

/** Any Kubernetes object, plain or an instance of a `kubernetes-models` class. */
export interface RawObject {
  apiVersion: string;
  kind: string;
  metadata?: object | undefined;
  // `any`, because to an index signature of any other type an instance of a class is not assignable.
  // oxlint-disable-next-line typescript/no-explicit-any
  [field: string]: any;
}
