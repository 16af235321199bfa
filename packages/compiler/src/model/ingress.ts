import { z } from 'zod';
import { stringMap } from './names.ts';

export const ingressClasses = ['alb', 'nginx', 'traefik'] as const;

/** How a workload is reached from outside its cluster. */
export const ingressSchema = z.strictObject({
  host: z.string().min(1),
  /** Further host names for the same routes. */
  aliases: z.array(z.string()).optional(),
  /** Paths that are routed here; everything by default. */
  paths: z.array(z.string().startsWith('/', 'does not start with "/"')).optional(),
  /** Controller that serves it; the cluster's `ingress`, else the fleet's, else nginx. */
  class: z.enum(ingressClasses).optional(),
  /** False: reachable from inside the network only (an internal load balancer). */
  public: z.boolean().optional(),
  /** Secret with the certificate; with ALB, the certificate's ARN. */
  tls: z.strictObject({ secret: z.string().optional(), certificateArn: z.string().optional() }).optional(),
  /** Name of the workload's port; the first one by default. */
  port: z.string().optional(),
  /** Path that the load balancer asks for health; ALB only. */
  healthPath: z.string().optional(),
  annotations: stringMap.optional(),
});
export interface Ingress extends z.input<typeof ingressSchema> {}
