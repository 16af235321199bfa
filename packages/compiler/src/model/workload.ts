import { z } from 'zod';
import { autoscalingSchema } from './autoscaling.ts';
import { containerFields, containerSchema, type Container } from './container.ts';
import { disruptionBudgetSchema } from './disruption-budget.ts';
import { ingressSchema, type Ingress } from './ingress.ts';
import { monitorSchema, type Monitor } from './monitor.ts';
import { dnsLabel, intOrPercent, stringMap } from './names.ts';
import { networkPolicySchema } from './network-policy.ts';
import { portsSchema } from './port.ts';
import { probesSchema, type Probes } from './probe.ts';
import { securitySchema } from './security.ts';
import { serviceAccountSchema } from './service-account.ts';
import { serviceSchema, type Service } from './service.ts';
import { volumeSchema } from './volume.ts';

/** A workload in its long form: short forms are expanded before overrides are merged. */
export const workloadSchema = z.strictObject({
  ...containerFields,
  /** 1 by default; not written when `autoscaling` decides. */
  replicas: z.int().nonnegative().optional(),
  ports: portsSchema.optional(),
  probes: probesSchema.optional(),
  /** Text of a file by its absolute path: a ConfigMap whose name carries a digest of the contents. */
  files: z.record(z.string().startsWith('/', 'is not an absolute path'), z.string()).optional(),
  volumes: z.record(dnsLabel, volumeSchema).optional(),
  service: z.union([serviceSchema, z.literal(false)]).optional(),
  ingress: z.union([ingressSchema, z.literal(false)]).optional(),
  autoscaling: autoscalingSchema.optional(),
  disruptionBudget: disruptionBudgetSchema.optional(),
  networkPolicy: networkPolicySchema.optional(),
  serviceAccount: serviceAccountSchema.optional(),
  monitor: z.union([monitorSchema, z.literal(false)]).optional(),
  /** Largest difference of pods between any two zones, and between any two nodes. */
  topologySpread: z
    .strictObject({ zone: z.int().positive().optional(), node: z.int().positive().optional() })
    .optional(),
  security: securitySchema.optional(),
  strategy: z
    .union([
      z.literal('Recreate'),
      z.strictObject({ maxSurge: intOrPercent.optional(), maxUnavailable: intOrPercent.optional() }),
    ])
    .optional(),
  terminationGracePeriodSeconds: z.int().nonnegative().optional(),
  imagePullSecrets: z.array(z.string()).optional(),
  sidecars: z.record(dnsLabel, containerSchema).optional(),
  initContainers: z.record(dnsLabel, containerSchema).optional(),
  labels: stringMap.optional(),
  annotations: stringMap.optional(),
  podAnnotations: stringMap.optional(),
  /** Place in the order inside the application; smaller first. */
  wave: z.int().optional(),
});
export interface LongWorkload extends z.infer<typeof workloadSchema> {}

/** A Deployment with what belongs to it. */
export interface Workload extends Omit<
  z.input<typeof workloadSchema>,
  'ports' | 'probes' | 'service' | 'ingress' | 'monitor' | 'sidecars' | 'initContainers'
> {
  /** Short for `ports: { http: … }`. */
  port?: number;
  ports?: z.input<typeof portsSchema>;
  probes?: Probes;
  /** A Service is made when there are ports; `false`: none. */
  service?: boolean | Service;
  /** A host name is short for `{ host }`; `false`: none. */
  ingress?: string | false | Ingress;
  /** `true` is short for `{}`. */
  monitor?: boolean | Monitor;
  /** Containers beside the main one. */
  sidecars?: Record<string, Container>;
  /** Containers that run to their end before the main one starts. */
  initContainers?: Record<string, Container>;
}
