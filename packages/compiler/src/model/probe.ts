import { z } from 'zod';

export const probeSchema = z.strictObject({
  /** HTTP path to ask; exactly one of `path`, `tcp` and `command`. */
  path: z.string().startsWith('/', 'does not start with "/"').optional(),
  /** True: a connection to the port is enough. */
  tcp: z.literal(true).optional(),
  command: z.array(z.string()).min(1).optional(),
  /** Name of a port of the workload; the first one by default. */
  port: z.string().optional(),
  initialDelaySeconds: z.int().nonnegative().optional(),
  periodSeconds: z.int().positive().optional(),
  timeoutSeconds: z.int().positive().optional(),
  failureThreshold: z.int().positive().optional(),
  successThreshold: z.int().positive().optional(),
});
export interface Probe extends z.input<typeof probeSchema> {}

export const probesSchema = z.strictObject({
  readiness: probeSchema.optional(),
  liveness: probeSchema.optional(),
  startup: probeSchema.optional(),
});

/** How Kubernetes tells whether a container serves, lives and has started; a path is short for `{ path }`. */
export interface Probes {
  readiness?: string | Probe;
  liveness?: string | Probe;
  startup?: string | Probe;
}
